import HeedCore

/// Officers and steps for the workflow's promises.
enum CaseFixture {
    static let analyst = officer("avery", person: "1001", role: .officer)
    static let colleague = officer("blake", person: "1002", role: .officer)
    static let supervisor = officer("casey", person: "2001", role: .supervisor)
    /// A second account of the analyst, as supervisor: the same staff number.
    static let analystAsSupervisor = officer("avery2", person: "1001", role: .supervisor)

    static func officer(_ username: String, person: String, role: Role) -> Officer {
        Officer(username: username, person: person, name: username, role: role, compartments: role.compartments)
    }

    static func newReport(
        _ kind: ReportKind = .activity, locked: Bool = false, code: Bool = true, setAside: Bool = false
    ) -> CaseFacts {
        CaseFacts(kind: kind, items: [0], isSetAside: setAside, isMessagingLocked: locked, hasCode: code)
    }

    /// - Parameter view: what an assessment of something online says.
    static func step(
        _ verb: Verb, by officer: Officer, after facts: CaseFacts, item: Int = 0,
        view: OnlineAssessment.View = .unclear
    ) -> CaseStep {
        CaseStep(
            id: .random(), number: facts.lastStep + 1, item: item, verb: verb, role: officer.role,
            person: officer.person, username: officer.username, time: Instant(seconds: Int64(facts.lastStep)),
            body: verb == .assessed ? .assessment(OnlineAssessment(view: view, why: "", gist: "")) : .nothing)
    }

    /// The facts after these verbs, each by an officer the table lets take it.
    static func facts(
        _ kind: ReportKind = .activity, after verbs: [Verb], view: OnlineAssessment.View = .unclear,
        by officer: Officer = analyst, second: Officer = supervisor
    ) -> CaseFacts {
        var facts = newReport(kind)
        for verb in verbs {
            let signer = kind.workflow.rule(for: verb)!.needs.contains(.anotherPerson) ? second : officer
            facts.apply(step(verb, by: signer, after: facts, view: view))
        }
        return facts
    }
}
