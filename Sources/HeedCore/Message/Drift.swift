/// How far a thread of messages has come, folded from its steps: what would turn a clarification into a relationship shows here.
///
/// Counts, and locks. Nobody is written to while it is locked, and only what the source unit said, recorded by a second person,
/// opens it: for one round. It knows of no other thread but by number, and joins nothing: a person links.
package struct Drift: Sendable, Equatable {
    /// Rounds that were sent.
    package private(set) var rounds = 0
    /// Questions in the last of them.
    package private(set) var questions = 0
    /// Later reports that a person linked as being about the same.
    package private(set) var linked = 0
    /// Family, household or partner of the person reported, or under 18: as the reporter said, or an officer noted.
    package private(set) var isRelation: Bool
    /// A message that waits for a second person.
    package private(set) var waiting: CaseFacts.Waiting?
    private var waitingCount = 0
    /// A review that somebody asked for, whose outcome a second person records.
    package private(set) var asked: CaseFacts.Waiting?
    private var reviewed: Review?
    /// The step that brought the lock which nobody has reviewed; nil for one that was there from the start.
    package private(set) var unreviewedSince: Instant?

    /// Why nobody writes.
    package enum Lock: String, CaseIterable, Sendable {
        /// From the start.
        case relation
        /// A third round.
        case rounds
        /// A repeat report on the same subject by a relation.
        case repeated
        /// The source unit took it on: not opened from here again.
        case transferred
    }

    /// What came of the source unit's look.
    package enum Outcome: String, CaseIterable, Sendable {
        case cleared, transferred, stayLocked = "stay-locked"
    }

    private struct Counts: Equatable {
        let rounds: Int
        let linked: Int
        let isRelation: Bool
    }

    private struct Review: Equatable {
        let outcome: Outcome
        /// As they were looked at. What has grown since was not.
        let counts: Counts
    }

    /// How often, as the force has it.
    package let rules: MessageRules

    package init(isRelation: Bool, rules: MessageRules = MessageRules()) {
        self.isRelation = isRelation
        self.rules = rules
    }

    private var counts: Counts { Counts(rounds: rounds, linked: linked, isRelation: isRelation) }

    package var lock: Lock? {
        if reviewed?.outcome == .transferred { return .transferred }
        guard isRelation || rounds >= rules.mostRounds else { return nil }
        if reviewed?.outcome == .cleared, reviewed?.counts == counts { return nil }
        return isRelation ? (linked > 0 ? .repeated : .relation) : .rounds
    }

    /// Whether the source unit has still to look at what locked it.
    package var needsReview: Bool { lock != nil && lock != .transferred && reviewed?.counts != counts }

    /// Whether one officer may send approved questions without a second person.
    package var isFree: Bool { rounds < rules.freeRounds && reviewed == nil }

    mutating func apply(_ step: CaseStep) {
        let neededReview = needsReview
        switch step.verb {
        case .messaged: count(step.body.message?.count ?? 1)
        case .messageProposed:
            waiting = CaseFacts.Waiting(number: step.number, person: step.person, itemsRead: [])
            waitingCount = step.body.message?.count ?? 1
        case .messageSigned:
            waiting = nil
            count(waitingCount)
        case .messageRefused, .messageWithdrawn: waiting = nil
        case .linked: linked += 1
        case .relationNoted: isRelation = true
        case .reviewAsked: asked = CaseFacts.Waiting(number: step.number, person: step.person, itemsRead: [])
        case .sourceReviewed:
            asked = nil
            // An outcome that cannot be read opens nothing.
            let outcome = (step.body.record?.text("review_outcome")).flatMap(Outcome.init) ?? .stayLocked
            reviewed = Review(outcome: outcome, counts: counts)
        default: return
        }
        if needsReview, !neededReview { unreviewedSince = step.time }
    }

    private mutating func count(_ asked: Int) {
        rounds += 1
        questions = asked
    }
}
