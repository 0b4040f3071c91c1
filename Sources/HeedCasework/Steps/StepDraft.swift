import HeedCore

/// A step about to be taken: what it is and what it says, before it is numbered and signed.
struct StepDraft: Sendable {
    let verb: Verb
    /// The items it concerns, each with a statement of its own; none: as the verb demands.
    var items: [Int] = [0]
    let body: @Sendable (CaseFile) throws -> StepBody
    /// What the step brings into its transaction besides itself.
    var also = ExtraRows.none

    init(_ verb: Verb, item: Int = 0, body: StepBody = .nothing) {
        self.verb = verb
        items = [item]
        self.body = { _ in body }
    }

    /// A step whose record depends on the file as it stands.
    init(_ verb: Verb, item: Int = 0, making body: @escaping @Sendable (CaseFile) throws -> StepBody) {
        self.verb = verb
        items = [item]
        self.body = body
    }

    /// A step that answers the one waiting: its record names the SHA-256 of that one's statement.
    init(answering verb: Verb, reason: String) {
        self.verb = verb
        body = { file in
            guard let waiting = file.asked(by: verb) else { throw Refusal.notNow("refusal.state") }
            return .answer(number: waiting.step.number, statement: waiting.digest, reason: reason)
        }
    }

    /// Additions never conflict: they are welcome whatever came in between.
    var isAddition: Bool {
        [
            .researched, .identified, .noted, .marked, .contacted, .partnerAnswered, .linked, .relationNoted,
            .identityOpened, .glassEnded, .glassReviewed, .described,
        ].contains(verb)
    }

    /// The items that the step's statements are about. A decision decides every item that was opened and not decided.
    func items(in facts: CaseFacts) -> [Int] {
        guard facts.kind.workflow.decides(verb) else { return items }
        return facts.undecided.isEmpty ? [0] : facts.undecided.sorted()
    }
}
