/// A role that a certificate gives and a statement claims: a stable number and its title.
/// Only the number decides anything; the title is for people who read the statement.
package struct OfficerRole: Hashable, Sendable {
    /// 1 to 999.
    package let number: Int
    /// Printable ASCII, at most 128 bytes.
    package let title: String

    /// - Throws: `LedgerError.outOfRange` or `.badToken`.
    package init(number: Int, title: String) throws(LedgerError) {
        guard (1...999).contains(number) else { throw .outOfRange }
        guard Token.isASCIIPhrase(title) else { throw .badToken }
        self.number = number
        self.title = title
    }

    /// `12 Intelligence desk sergeant`.
    package var text: String { "\(number) \(title)" }

    init?(_ text: String) {
        let parts = text.utf8.split(separator: 0x20, maxSplits: 1, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 2, let number = Token.number(parts[0]),
            let role = try? OfficerRole(number: number, title: parts[1])
        else { return nil }
        self = role
    }
}
