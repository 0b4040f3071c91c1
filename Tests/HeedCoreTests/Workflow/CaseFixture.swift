import HeedCore

/// Officers and steps for the workflow's promises.
enum CaseFixture {
    static let analyst = officer("avery", person: "1001", role: .officer)
    static let colleague = officer("blake", person: "1002", role: .officer)
    static let supervisor = officer("casey", person: "2001", role: .supervisor)
    /// A second account of the analyst, as supervisor: the same staff number.
    static let analystAsSupervisor = officer("avery2", person: "1001", role: .supervisor)

    /// Somebody of the team that works on a kind, and a second person who may answer them.
    static func team(of kind: ReportKind) -> (first: Officer, second: Officer) {
        switch kind {
        case .activity, .online, .general: (analyst, supervisor)
        case .prevent, .engagement:
            (officer("frankie", person: "4001", role: .prevent), officer("kit", person: "4002", role: .prevent))
        case .protect:
            (officer("gray", person: "5001", role: .protect), officer("lane", person: "5002", role: .protect))
        }
    }

    /// Steps about writing to the reporter: a track of their own beside the report's, walked by `DriftTests`.
    static let messages: Set<Verb> = [
        .messaged, .messageProposed, .messageSigned, .messageRefused, .messageWithdrawn, .linked, .relationNoted,
        .reviewAsked, .sourceReviewed,
    ]
    /// Those that another person takes.
    static let second: Set<Verb> = [.messageSigned, .messageRefused, .sourceReviewed]

    static func officer(_ username: String, person: String, role: Role) -> Officer {
        Officer(
            username: username, person: person, name: username, role: role,
            compartments: role.compartments.union(role.permissions))
    }

    static func newReport(
        _ kind: ReportKind = .activity, locked: Bool = false, code: Bool = true, setAside: Bool = false
    ) -> CaseFacts {
        CaseFacts(
            kind: kind, items: [0], isSetAside: setAside, isMessagingLocked: locked, hasCode: code,
            options: Set(ForceOption.allCases))
    }

    /// - Parameters:
    ///   - view: what an assessment of something online says.
    ///   - saying: the value recorded for fields that offer it; else the first that is offered.
    static func step(
        _ verb: Verb, by officer: Officer, after facts: CaseFacts, item: Int = 0,
        view: OnlineAssessment.View = .unclear, saying: String = ""
    ) -> CaseStep {
        CaseStep(
            id: .random(), number: facts.lastStep + 1, item: item, verb: verb, role: officer.role,
            person: officer.person, username: officer.username, time: Instant(seconds: Int64(facts.lastStep)),
            body: body(verb, facts.kind, view, saying))
    }

    private static func body(
        _ verb: Verb, _ kind: ReportKind, _ view: OnlineAssessment.View, _ saying: String
    ) -> StepBody {
        if verb == .assessed { return .assessment(OnlineAssessment(view: view, why: "", gist: "")) }
        let fields = kind.workflow.rule(for: verb)?.records ?? []
        return fields.isEmpty ? .nothing : .record(record(fields, saying: saying))
    }

    /// Every field answered.
    static func record(_ fields: [RecordField], saying: String = "") -> StepRecord {
        StepRecord(of: fields) { field in
            switch field.control {
            case .line, .text: ["Words"]
            case .number: ["12"]
            case .day: ["2027-06-30"]
            case .choice(let values), .ticks(let values): [values.contains(saying) ? saying : values[0]]
            }
        }
    }

    /// What the record of a step can say that some rule asks for; one empty value where no rule does.
    static func sayings(of verb: Verb) -> [String] {
        let fields = Need.allCases.compactMap(\.saying).filter { $0.verb == verb && !$0.field.isEmpty }.map(\.field)
        let values = ReportKind.allCases.flatMap { $0.workflow.rule(for: verb)?.records ?? [] }
            .filter { fields.contains($0.name) }
            .flatMap { field -> [String] in
                guard case .choice(let values) = field.control else { return [] }
                return values
            }
        return values.isEmpty ? [""] : Array(Set(values)).sorted()
    }

    /// The facts after these verbs, each by an officer the table lets take it.
    static func facts(
        _ kind: ReportKind = .activity, after verbs: [Verb], view: OnlineAssessment.View = .unclear,
        saying: String = "", by officer: Officer? = nil, second: Officer? = nil
    ) -> CaseFacts {
        let team = team(of: kind)
        var facts = newReport(kind)
        for verb in verbs {
            let signer =
                kind.workflow.rule(for: verb)!.needs.contains(.anotherPerson)
                ? second ?? team.second : officer ?? team.first
            facts.apply(step(verb, by: signer, after: facts, view: view, saying: saying))
        }
        return facts
    }
}
