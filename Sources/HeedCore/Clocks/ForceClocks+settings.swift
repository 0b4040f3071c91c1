/// Lengths that a force sets, by key: `<kind>.<clock>`, `<kind>.<clock>-urgent`, and `urgent-alarm` for the alarm of urgent looks.
extension ForceClocks {
    /// What stands before the keys in the settings.
    package static let heading = "clocks"
    static let alarmKey = "urgent-alarm"

    package static func key(of name: ClockRule.Name, _ kind: ReportKind, urgent: Bool = false) -> String {
        "\(kind.rawValue).\(name.rawValue)\(urgent ? "-urgent" : "")"
    }

    /// Every key there is, also those of limits that an Act sets: whoever tries one is told why not.
    package static let keys: [String] =
        ReportKind.allCases.flatMap { kind in
            kind.declaredClocks.flatMap { [key(of: $0.name, kind), key(of: $0.name, kind, urgent: true)] }
        } + [alarmKey]

    /// - Parameter given: as typed, by key without the heading.
    /// - Throws: for a key that names no clock, a length that is none, and lengths that do not go together.
    package init(_ given: [String: String]) throws(ClockFault) {
        if let stray = given.keys.filter({ !Self.keys.contains($0) }).min() {
            let meant = stray.split(separator: ".").first.map { "\($0)." } ?? ""
            throw ClockFault(stray: stray, under: Self.heading, known: Self.keys.filter { $0.hasPrefix(meant) })
        }
        let alarm = try Self.alarm(given)
        var rules: [[ClockRule]] = []
        for kind in ReportKind.allCases {
            var laid: [ClockRule] = []
            for rule in kind.declaredClocks { laid.append(try Self.lay(given, alarm, over: rule, of: kind)) }
            rules.append(laid)
        }
        self.init(rules: rules)
    }

    private static func lay(
        _ given: [String: String], _ alarm: Seconds?, over declared: ClockRule, of kind: ReportKind
    ) throws(ClockFault) -> ClockRule {
        let key = Self.key(of: declared.name, kind)
        let urgentKey = Self.key(of: declared.name, kind, urgent: true)
        if let act = declared.act, let tried = [key, urgentKey].first(where: { given[$0] != nil }) {
            throw ClockFault(
                "\(full(tried)) is set by law (\(act)), and no setting changes it", remedy: "remove the setting")
        }
        var rule = declared
        if let limit = try length(given, key, by: declared.law) {
            // Where it was declared without a shorter one, there is still none.
            if declared.urgentLimit == declared.limit { rule.urgentLimit = limit }
            rule.limit = limit
        }
        if let limit = try length(given, urgentKey, by: declared.law) { rule.urgentLimit = limit }
        guard rule.urgentLimit.isNoLonger(than: rule.limit) else {
            throw ClockFault(
                "\(full(urgentKey)) is \(rule.urgentLimit.text), longer than \(full(key)), \(rule.limit.text)",
                remedy: "set \(full(urgentKey)) to \(rule.limit.text) or less: cues only ever make it shorter")
        }
        guard let before = declared.urgentAlarmAfter else { return rule }
        rule.urgentAlarmAfter = alarm ?? before
        guard TimeLimit.seconds(rule.urgentAlarmAfter ?? before).isNoLonger(than: rule.urgentLimit) else {
            throw ClockFault(
                "\(full(alarmKey)) is \(TimeLimit.seconds(rule.urgentAlarmAfter ?? before).text), later than "
                    + "\(full(urgentKey)), \(rule.urgentLimit.text)",
                remedy: "set \(full(alarmKey)) to \(rule.urgentLimit.text) or less: an alarm comes before it is over")
        }
        return rule
    }

    private static func length(
        _ given: [String: String], _ key: String, by law: WorkingDayLaw
    ) throws(ClockFault) -> TimeLimit? {
        guard let text = given[key] else { return nil }
        guard let limit = TimeLimit(text, by: law) else {
            throw ClockFault(full(key), read: text, allowed: TimeLimit.allowed)
        }
        return limit
    }

    private static func alarm(_ given: [String: String]) throws(ClockFault) -> Seconds? {
        guard let text = given[alarmKey] else { return nil }
        guard case .seconds(let seconds)? = TimeLimit(text, by: .englandAndWales) else {
            throw ClockFault(full(alarmKey), read: text, allowed: "minutes or hours such as 5m")
        }
        return seconds
    }

    private static func full(_ key: String) -> String { "\(heading).\(key)" }
}
