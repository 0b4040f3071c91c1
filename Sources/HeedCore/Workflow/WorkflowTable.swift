/// The steps that a kind of report knows, each with its rule: a table a supervisor could read aloud.
/// Guarantees: at most one row for a verb. A verb without a row is no step of this kind: it is neither offered nor taken.
package struct WorkflowTable: Sendable {
    package let rules: [StepRule]
    private let byVerb: [Verb: StepRule]

    package init(_ rules: [StepRule]) {
        self.rules = rules
        byVerb = Dictionary(uniqueKeysWithValues: rules.map { ($0.verb, $0) })
    }

    package func rule(for verb: Verb) -> StepRule? { byVerb[verb] }

    /// Whether a step decides every item that was opened: a named person's disposition.
    package func decides(_ verb: Verb) -> Bool { byVerb[verb]?.to == .state(.decided) }

    /// The roles that take a step, of whatever kind the report is.
    package static func roles(taking verb: Verb) -> Set<Role> {
        ReportKind.allCases.reduce(into: []) { $0.formUnion($1.workflow.rule(for: verb)?.roles ?? []) }
    }
}
