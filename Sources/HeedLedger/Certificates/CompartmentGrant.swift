package import HeedVault

/// A case compartment's epoch key and who may hold it: text of a signed note `<origin>/grant`, `heed-grant/v1`.
/// The format only: who signs, and for how long, belongs to restricted cases.
package struct CompartmentGrant: Hashable, Sendable {
    package let origin: String
    /// `case-` and a word.
    package let compartment: String
    /// 1 or more.
    package let epoch: Int
    package let recipient: HybridRecipient
    /// Certificate hashes, 32 bytes each, sorted, at least one.
    package let holders: [[UInt8]]
    package let valid: BatchRange

    /// - Throws: `LedgerError.badToken`, `.outOfRange`, `.wrongLength`, or `.malformed(.grant)` for repeated holders.
    package init(
        origin: String, compartment: String, epoch: Int, recipient: HybridRecipient, holders: [[UInt8]],
        valid: BatchRange
    ) throws(LedgerError) {
        guard Token.isOrigin(origin), Token.isWord(compartment), compartment.hasPrefix("case-") else {
            throw .badToken
        }
        guard (1...1_000_000).contains(epoch) else { throw .outOfRange }
        guard holders.allSatisfy({ $0.count == 32 }) else { throw .wrongLength }
        guard !holders.isEmpty, Set(holders).count == holders.count else { throw .malformed(.grant) }
        self.origin = origin
        self.compartment = compartment
        self.epoch = epoch
        self.recipient = recipient
        self.holders = holders.sorted { $0.lexicographicallyPrecedes($1) }
        self.valid = valid
    }

    /// The text that is signed.
    package var text: [UInt8] {
        var text = """
            \(origin)/grant
            heed-grant/v1
            compartment \(compartment)
            epoch \(epoch)
            recipient \(recipient.text)

            """
        for holder in holders { text += "holder \(base64(holder))\n" }
        text += "valid \(valid.text)\n"
        return Array(text.utf8)
    }

    /// - Throws: `LedgerError.malformed(.grant)` unless the text is exactly what `text` writes.
    package init(parsing text: [UInt8]) throws(LedgerError) {
        var reader = try LineReader(text, .grant)
        let origin = try reader.title("grant", version: "heed-grant/v1")
        let compartment = try reader.field("compartment")
        let epoch = try reader.number("epoch")
        let recipient = try reader.recipient(from: reader.field("recipient"))
        var holders: [[UInt8]] = []
        while let field = reader.optionalField("holder") { holders.append(try reader.bytes(from: field, count: 32)) }
        let valid = try reader.words(reader.field("valid"), count: 2)
        try reader.end()
        guard let range = BatchRange(valid[0], valid[1]),
            let grant = try? CompartmentGrant(
                origin: origin, compartment: compartment, epoch: epoch, recipient: recipient, holders: holders,
                valid: range),
            grant.text == text
        else { throw reader.failure }
        self = grant
    }
}
