/// One row of a workflow table: a step, who may take it, when, what must come first, and how it is signed.
/// The same row draws the desk's "next step" and refuses the step: there is no second copy of a rule.
package struct StepRule: Sendable {
    package let verb: Verb
    package let roles: Set<Role>
    package let from: Set<CaseState>
    package let to: Target
    package let needs: [Need]
    package let signature: Signature
    /// What is recorded with it, asked on its page; empty where the step records nothing, or something of a type of its own.
    package let records: [RecordField]
    /// Whether it decides every item that was opened: a named person's disposition.
    package let decides: Bool
    /// What a force has to have turned on for the step to be one; nil for every force.
    package let option: ForceOption?

    /// Where a step leads.
    package enum Target: Sendable, Equatable {
        case stay
        case state(CaseState)
        /// The furthest working state that what has been recorded supports: researched, triaged or opened.
        case resume
    }

    /// Which of an officer's two keys signs.
    package enum Signature: String, Sendable {
        /// Held by the session.
        case routine
        /// Unlocked for this one signature, on a page that shows the exact statement.
        case grave
    }

    init(
        _ verb: Verb, by roles: Set<Role>, from: Set<CaseState>, to: Target, needs: [Need] = [],
        records: [RecordField] = [], signature: Signature = .routine, decides: Bool? = nil,
        option: ForceOption? = nil
    ) {
        self.verb = verb
        self.roles = roles
        self.from = from
        self.to = to
        self.needs = needs
        self.records = records
        self.signature = signature
        self.option = option
        self.decides = decides ?? (to == .state(.decided))
    }
}
