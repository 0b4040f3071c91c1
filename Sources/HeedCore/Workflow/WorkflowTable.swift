/// The steps that a kind of report knows, each with its rule: a table a supervisor could read aloud.
/// Guarantees: at most one row for a verb. A verb without a row is no step of this kind: it is neither offered nor taken.
package struct WorkflowTable: Sendable {
    package let rules: [StepRule]
    /// The states in which something is being found out, furthest first, each with what must be recorded to be there.
    package let working: [Working]
    /// States that nothing found out meanwhile changes.
    package let resting: Set<CaseState>
    private let byVerb: [Verb: StepRule]

    /// A working state, and what supports it; nil for the first.
    package struct Working: Sendable {
        package let state: CaseState
        package let need: Need?
    }

    /// - Parameter working: furthest first.
    package init(
        working: [(CaseState, Need?)], resting: Set<CaseState> = [], _ rules: [StepRule]
    ) {
        self.rules = rules
        self.working = working.map { Working(state: $0, need: $1) }
        self.resting = resting
        byVerb = Dictionary(uniqueKeysWithValues: rules.map { ($0.verb, $0) })
    }

    package func rule(for verb: Verb) -> StepRule? { byVerb[verb] }

    /// Who takes a step; nobody where it is none of this kind.
    package func roles(for verb: Verb) -> Set<Role> { byVerb[verb]?.roles ?? [] }

    /// Whether a step decides every item that was opened: a named person's disposition.
    package func decides(_ verb: Verb) -> Bool { byVerb[verb]?.decides ?? false }

    /// The roles that take a step, of whatever kind the report is.
    package static func roles(taking verb: Verb) -> Set<Role> {
        ReportKind.allCases.reduce(into: []) { $0.formUnion($1.workflow.rule(for: verb)?.roles ?? []) }
    }
}
