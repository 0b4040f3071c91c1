/// A THRIVE assessment: threat, harm, risk, investigation, vulnerability, engagement.
/// Threat and risk are required. Running it again adds an assessment and keeps the earlier ones.
package struct TriageAssessment: Sendable, Equatable, Codable {
    package var threat: String
    package var harm: String
    package var risk: String
    package var investigation: String
    package var vulnerability: String
    package var engagement: String
    /// A neutral line in the officer's words, shown in lists instead of the reporter's.
    package var gist: String
    package var priority: Priority
    /// The answer to: would this seem suspicious if the person looked different? Nil where nobody answered.
    package var differently: Differently?
    /// The same in words.
    package var looksDifferent: String

    /// Whether it would still seem suspicious. Says nothing of what anybody looks like.
    package enum Differently: String, CaseIterable, Sendable, Codable { case still, not, unsure }

    /// How soon, as a person decided. Never computed.
    package enum Priority: String, CaseIterable, Sendable, Codable { case high, medium, low }

    /// The six lines in their order, with the form field of each.
    package static let lines: [(field: String, path: any WritableKeyPath<TriageAssessment, String> & Sendable)] = [
        ("threat", \.threat), ("harm", \.harm), ("risk", \.risk), ("investigation", \.investigation),
        ("vulnerability", \.vulnerability), ("engagement", \.engagement),
    ]

    package static let required = ["threat", "risk", "gist"]

    package init(
        threat: String = "", harm: String = "", risk: String = "", investigation: String = "",
        vulnerability: String = "",
        engagement: String = "", gist: String = "", priority: Priority = .medium, differently: Differently? = nil,
        looksDifferent: String = ""
    ) {
        self.threat = threat
        self.harm = harm
        self.risk = risk
        self.investigation = investigation
        self.vulnerability = vulnerability
        self.engagement = engagement
        self.gist = gist
        self.priority = priority
        self.differently = differently
        self.looksDifferent = looksDifferent
    }

    package var problems: [FieldProblem] {
        var missing = Self.lines.filter {
            Self.required.contains($0.field) && AnswerCheck.isBlank(self[keyPath: $0.path])
        }
        .map(\.field)
        if AnswerCheck.isBlank(gist) { missing.append("gist") }
        return missing.map { FieldProblem(field: $0, key: "problem.\($0).empty") }
    }
}
