/// How long a break-glass runs, as a force sets it: `break-glass.lasts`.
extension Glass {
    /// What stands before the key in the settings, and the key.
    package static let (heading, key) = ("break-glass", "lasts")

    /// - Parameter given: as typed, by key without the heading.
    package static func lasts(_ given: [String: String]) throws(ClockFault) -> Seconds {
        if let stray = given.keys.filter({ $0 != key }).min() {
            throw ClockFault(stray: stray, under: heading, known: [key])
        }
        guard let text = given[key] else { return longest }
        guard case .seconds(let seconds)? = TimeLimit(text, by: .englandAndWales), (3_600...longest).contains(seconds)
        else { throw ClockFault("\(heading).\(key)", read: text, allowed: "1h to 24h, such as 12h") }
        return seconds
    }
}
