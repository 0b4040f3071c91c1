/// How fast an alarm climbs, as a force sets it: `duty.climb-after`, `duty.repeat-every`.
extension ClimbSettings {
    /// What stands before the keys in the settings. Others stand there too, which are read elsewhere.
    package static let heading = "duty"
    package static let keys = ["climb-after", "repeat-every"]

    /// - Parameter given: as typed, by key without the heading.
    package init(_ given: [String: String]) throws(ClockFault) {
        let standard = Self.standard
        self = Self(
            climbAfter: try Self.length("climb-after", given) ?? standard.climbAfter,
            repeatEvery: try Self.length("repeat-every", given) ?? standard.repeatEvery, hold: standard.hold)!
    }

    private static func length(_ key: String, _ given: [String: String]) throws(ClockFault) -> Seconds? {
        guard let text = given[key] else { return nil }
        guard case .seconds(let seconds)? = TimeLimit(text, by: .englandAndWales), seconds <= 3_600 else {
            throw ClockFault("\(heading).\(key)", read: text, allowed: "1m to 60m, such as 5m")
        }
        return seconds
    }
}
