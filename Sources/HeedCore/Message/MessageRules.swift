/// How long and how often a reporter may be written to, as one force has it. A clarification must not become a relationship: a
/// force may be stricter than it comes, and only a little looser.
package struct MessageRules: Sendable, Equatable {
    /// After so long nobody writes to a reporter any more.
    package private(set) var openFor: Seconds = 28 * 86_400
    /// Rounds that one officer may send: approved questions alone, without a second person. The store refuses more than one.
    package private(set) var freeRounds = 1
    /// Rounds after which nobody writes before the source unit has looked.
    package private(set) var mostRounds = 2

    package init() {}

    /// What stands before the keys in the settings.
    package static let heading = "messages"
    package static let keys = ["open-for", "free-rounds", "most-rounds"]

    /// - Parameter given: as typed, by key without the heading.
    package init(_ given: [String: String]) throws(ClockFault) {
        self.init()
        if let stray = given.keys.filter({ !Self.keys.contains($0) }).min() {
            throw ClockFault(stray: stray, under: Self.heading, known: Self.keys)
        }
        if let text = given["open-for"] {
            guard case .seconds(let seconds)? = TimeLimit(text, by: .englandAndWales), seconds >= 86_400,
                seconds <= 91 * 86_400
            else { throw ClockFault(Self.full("open-for"), read: text, allowed: "1d to 91d, such as 28d") }
            openFor = seconds
        }
        freeRounds = try Self.count("free-rounds", 0...1, given) ?? freeRounds
        mostRounds = try Self.count("most-rounds", 1...4, given) ?? mostRounds
    }

    private static func count(
        _ key: String, _ allowed: ClosedRange<Int>, _ given: [String: String]
    ) throws(ClockFault) -> Int? {
        guard let text = given[key] else { return nil }
        guard let count = Int(text), allowed.contains(count) else {
            throw ClockFault(full(key), read: text, allowed: "\(allowed.lowerBound) to \(allowed.upperBound)")
        }
        return count
    }

    private static func full(_ key: String) -> String { "\(heading).\(key)" }
}
