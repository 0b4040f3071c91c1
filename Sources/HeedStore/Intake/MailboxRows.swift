import HeedSQL

/// What the store holds for the holder of a code, as of one moment. Nothing of what they reported.
package struct MailboxRows: Sendable {
    package var items: [Item]
    package var replies: [Reply]
    /// The public key that replies are sealed to, as the store has it now.
    package var replyKey: [UInt8]?
    package var currentBatch: Int

    package struct Item: Sendable {
        package let number: Int
        /// The batch in which it was received.
        package let batch: Int
        package let isDecided: Bool
    }

    /// A sealed reply with what vouches for it. Nothing in it is trusted before it has been verified.
    package struct Reply: Sendable {
        package let certificate: [UInt8]
        /// The certificate's signed text.
        package let note: String
        package let isRevoked: Bool
        package let signature: [UInt8]
        package let batch: Int
        package let header: [UInt8]
        package let payload: [UInt8]

        init(_ row: Row) throws(SQLError) {
            certificate = try row["certificate"]
            note = try row["note"]
            isRevoked = try row["revoked"]
            signature = try row["signature"]
            batch = try row["batch"]
            header = try row["header"]
            payload = try row["payload"]
        }
    }
}
