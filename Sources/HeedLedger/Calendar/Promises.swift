/// The promises on every receipt: batches after the end of the cohort by which each step is due.
/// As shipped, opened within 1 and decided within 14.
package struct Promises: Hashable, Sendable {
    package let opened: Int
    package let decided: Int

    package static let shipped = Promises(unchecked: (1, 14))

    /// - Throws: `LedgerError.outOfRange` unless 1 ≤ opened ≤ decided ≤ 10,000.
    package init(opened: Int, decided: Int) throws(LedgerError) {
        guard opened >= 1, opened <= decided, decided <= 10_000 else { throw .outOfRange }
        self.init(unchecked: (opened, decided))
    }

    private init(unchecked: (opened: Int, decided: Int)) {
        opened = unchecked.opened
        decided = unchecked.decided
    }

    /// `opened 1 decided 14`, as receipts and manifests write it.
    package var text: String { "opened \(opened) decided \(decided)" }

    /// Nil unless the text is exactly what `text` writes.
    package init?(_ text: String) {
        let words = text.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard words.count == 4, words[0] == "opened", words[2] == "decided",
            let opened = Token.number(words[1]), let decided = Token.number(words[3]),
            let promises = try? Promises(opened: opened, decided: decided)
        else { return nil }
        self = promises
    }
}
