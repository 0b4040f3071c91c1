/// All that the rules ask of a report, folded from its steps in order.
/// Pure: the same steps give the same facts, so a decision can be checked again years later.
package struct CaseFacts: Sendable, Equatable {
    package let kind: ReportKind
    package private(set) var state: CaseState = .received
    /// Items nobody has opened yet.
    package private(set) var unopened: Set<Int>
    /// Items opened and not decided.
    package private(set) var undecided: Set<Int> = []
    package private(set) var isTriaged = false
    package private(set) var researchCount = 0
    /// What the last assessment says of something online.
    package private(set) var view: OnlineAssessment.View?
    package private(set) var holder: Holder?
    /// The proposal, action taken first, or no further action that waits for a second person.
    package private(set) var waiting: Waiting?
    package private(set) var rounds = 0
    package private(set) var isSetAside: Bool
    package private(set) var lastStep = 0
    package let isMessagingLocked: Bool
    package let hasCode: Bool

    /// Who works on a report.
    package struct Holder: Sendable, Equatable {
        package let username: String
        package let person: String

        package init(username: String, person: String) {
            self.username = username
            self.person = person
        }
    }

    /// Something that a second person has to answer.
    package struct Waiting: Sendable, Equatable {
        package let number: Int
        package let person: String
        /// The items that had been opened when it was written; a signer must read what came later.
        package let itemsRead: Set<Int>
    }

    /// - Parameter items: the numbers of all items acknowledged so far.
    package init(
        kind: ReportKind, items: some Sequence<Int>, isSetAside: Bool, isMessagingLocked: Bool, hasCode: Bool
    ) {
        self.kind = kind
        unopened = Set(items)
        self.isSetAside = isSetAside
        self.isMessagingLocked = isMessagingLocked
        self.hasCode = hasCode
    }

    /// Takes one recorded step into account. Steps come in the order of their numbers.
    package mutating func apply(_ step: CaseStep) {
        lastStep = step.number
        switch step.verb {
        case .opened:
            unopened.remove(step.item)
            undecided.insert(step.item)
            if holder == nil { holder = Holder(username: step.username, person: step.person) }
        case .taken: holder = Holder(username: step.username, person: step.person)
        case .handedOver:
            if case .holder(let username, let person) = step.body {
                holder = Holder(username: username, person: person)
            }
        case .putBack: holder = nil
        case .broughtBack: isSetAside = false
        case .triaged: isTriaged = true
        case .researched: researchCount += 1
        case .assessed:
            if case .assessment(let assessment) = step.body { view = assessment.view }
        case .messaged: rounds += 1
        case .proposed, .actedFirst, .noActionProposed: waiting = waitingNow(on: step)
        case .authorised, .refused, .withdrawn, .ratified, .notRatified, .sentBack: waiting = nil
        case .confirmed, .decided, .answered, .advised, .routed:
            waiting = nil
            undecided.remove(step.item)
            isSetAside = false
        case .closed: holder = nil
        case .identified, .marked, .noted, .forwarded, .reopened: break
        }
        state = Self.target(of: step.verb, from: state, facts: self)
    }

    private func waitingNow(on step: CaseStep) -> Waiting {
        Waiting(number: step.number, person: step.person, itemsRead: undecided)
    }

    /// The state a step leads to.
    package static func target(of verb: Verb, from state: CaseState, facts: CaseFacts) -> CaseState {
        switch facts.kind.workflow.rule(for: verb)?.to {
        case nil, .stay: state
        case .state(let target): target
        // Something waiting for a second person goes on waiting while more is found out.
        case .resume where facts.waiting != nil && [.proposed, .actedFirst, .noActionProposed].contains(state): state
        case .resume where state == .authorised: state
        // What was forwarded stays so while more is found out.
        case .resume where state == .forwarded && verb == .assessed: state
        case .resume where facts.kind == .online: facts.view == nil ? .opened : .assessed
        case .resume: facts.researchCount > 0 ? .researched : facts.isTriaged ? .triaged : .opened
        }
    }
}
