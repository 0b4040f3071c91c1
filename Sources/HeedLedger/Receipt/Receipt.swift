import HeedVault

/// The signed acknowledgement of one item: C2SP signed note `<origin>/receipt`, `heed-receipt/v1`.
/// Says nothing of arrival time, day, category or size. Anyone can check it against the published log.
package struct Receipt: Hashable, Sendable {
    package let origin: String
    /// The entry of the `received` leaf, 65 bytes.
    package let entry: [UInt8]
    /// The envelope digest that the leaf commits to, 32 bytes.
    package let detail: [UInt8]
    package let cohort: Int
    /// The batch, and the UTC day on which it closes, by which the leaf is in the log.
    package let includeBy: Int
    package let includeByDate: UTCDate
    package let promises: Promises
    /// SHA-256 of the signed text of the manifest in force.
    package let manifestHash: [UInt8]

    /// The receipt of a received item under a calendar, which carries the promises.
    /// - Throws: `LedgerError.badToken`, `.wrongLength` or `.outOfRange`.
    package init(
        origin: String, entry: [UInt8], detail: [UInt8], cohort: Int, calendar: BatchCalendar, manifestHash: [UInt8]
    ) throws(LedgerError) {
        let includeBy = calendar.includeBy(cohort: cohort)
        try self.init(
            origin: origin, entry: entry, detail: detail, cohort: cohort, includeBy: includeBy,
            includeByDate: calendar.closingDate(of: includeBy), promises: calendar.promises,
            manifestHash: manifestHash)
    }

    private init(
        origin: String, entry: [UInt8], detail: [UInt8], cohort: Int, includeBy: Int, includeByDate: UTCDate,
        promises: Promises, manifestHash: [UInt8]
    ) throws(LedgerError) {
        guard Token.isOrigin(origin) else { throw .badToken }
        guard entry.count == 65, detail.count == 32, manifestHash.count == 32 else { throw .wrongLength }
        guard entry[0] == 1, UInt32(exactly: cohort) != nil, includeBy >= cohort else { throw .outOfRange }
        self.origin = origin
        self.entry = entry
        self.detail = detail
        self.cohort = cohort
        self.includeBy = includeBy
        self.includeByDate = includeByDate
        self.promises = promises
        self.manifestHash = manifestHash
    }

    /// The name of receipt keys of a log.
    package static func keyName(origin: String) -> String { "\(origin)/receipt" }

    /// The text that is signed.
    package var text: [UInt8] {
        let text = """
            \(Self.keyName(origin: origin))
            heed-receipt/v1
            entry \(base64(entry))
            detail \(base64(detail))
            cohort \(cohort)
            include-by \(includeBy) \(includeByDate)
            promise \(promises.text)
            manifest \(base64(manifestHash))

            """
        return Array(text.utf8)
    }

    /// - Throws: `LedgerError.badToken` if the signer is not named as a receipt key of this log.
    package func signed(by signer: NoteSigner) throws(LedgerError) -> SignedNote {
        guard signer.verifier.name == Self.keyName(origin: origin) else { throw .badToken }
        return try SignedNote(signing: text, with: [signer])
    }

    /// - Throws: `LedgerError.malformed(.receipt)` unless the text is exactly what `text` writes.
    package init(parsing text: [UInt8]) throws(LedgerError) {
        var reader = try LineReader(text, .receipt)
        let origin = try reader.title("receipt", version: "heed-receipt/v1")
        let entry = try reader.bytes("entry", count: 65)
        let detail = try reader.bytes("detail", count: 32)
        let cohort = try reader.number("cohort")
        let due = try reader.words(reader.field("include-by"), count: 2)
        guard let includeBy = Token.number(due[0]), let date = UTCDate(due[1]),
            let promises = try Promises(reader.field("promise"))
        else { throw reader.failure }
        let manifest = try reader.bytes("manifest", count: 32)
        try reader.end()
        do {
            try self.init(
                origin: origin, entry: entry, detail: detail, cohort: cohort,
                includeBy: includeBy, includeByDate: date, promises: promises, manifestHash: manifest)
        } catch {
            throw reader.failure
        }
    }

    /// Opens a receipt and checks it: signature, key name, and that its dates follow from the ledger's parameters.
    /// - Parameter keys: the receipt keys of every manifest that the checker trusts.
    /// - Throws: `LedgerError`, one case per reason.
    package static func verified(
        _ note: [UInt8], keys: [NoteVerifier], parameters: LedgerParameters
    ) throws(LedgerError) -> Receipt {
        let note = try SignedNote(parsing: note)
        let receipt = try Receipt(parsing: note.text)
        guard receipt.origin == parameters.origin else { throw .otherOrigin }
        try note.verify(with: keys.filter { $0.name == keyName(origin: parameters.origin) })
        let calendar = parameters.calendar(promises: receipt.promises)
        guard receipt.includeBy == calendar.includeBy(cohort: receipt.cohort),
            receipt.includeByDate == calendar.closingDate(of: receipt.includeBy)
        else { throw .malformed(.receipt) }
        return receipt
    }
}
