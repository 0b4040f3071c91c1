/// First and last batch, both included, in which a key or certificate counts.
package struct BatchRange: Hashable, Sendable {
    package let first: Int
    package let last: Int

    /// - Throws: `LedgerError.outOfRange` unless 0 ≤ first ≤ last < 2^32.
    package init(first: Int, last: Int) throws(LedgerError) {
        guard first >= 0, first <= last, last <= UInt32.max else { throw .outOfRange }
        self.first = first
        self.last = last
    }

    package func contains(_ batch: Int) -> Bool { (first...last).contains(batch) }

    var text: String { "\(first) \(last)" }

    init?(_ first: String, _ last: String) {
        guard let first = Token.number(first), let last = Token.number(last),
            let range = try? BatchRange(first: first, last: last)
        else { return nil }
        self = range
    }
}
