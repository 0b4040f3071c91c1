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
    /// How far writing to the reporter has come, and whether it is locked.
    package private(set) var drift: Drift
    package private(set) var isSetAside: Bool
    package private(set) var lastStep = 0
    /// Who proposed that the record is erased; nil where nothing waits to be answered.
    package private(set) var disposalBy: String?
    /// Who had a part in what the week's review has not reached.
    package private(set) var unreviewed: Set<String> = []
    /// Every time that somebody broke the glass, oldest first.
    package private(set) var glasses: [Glass] = []
    /// The moment for which it is asked whether a break-glass runs. Before anybody says one, none does.
    package private(set) var lookedAt = Instant(seconds: 0)
    /// How often whoever asks has looked. Before anybody counts, not once.
    package private(set) var exposure = Exposure()
    /// By staff number, whom a supervisor has allowed one look here beyond the day's. Their next look here takes it.
    package private(set) var allowedLooks: Set<String> = []
    /// When it came to be where it stands; nil while nobody has done anything.
    package private(set) var since: Instant?
    /// What was recorded last with each step whose row declares fields.
    private var records: [Verb: StepRecord] = [:]
    /// Partners' answers that nobody has read.
    package private(set) var unreadAnswers: Set<RecordID>
    /// Requests to partners that nobody has taken back.
    package private(set) var liveRequests: Set<RecordID> = []
    /// When each request was made of which no answer has been read.
    package private(set) var asked: [RecordID: Instant] = [:]
    package let hasCode: Bool
    /// Whether the days in which the reporter may be written to are over.
    package let isThreadOver: Bool
    /// What this force does beside what every force does.
    package let options: Set<ForceOption>
    /// How long a break-glass runs.
    package let glassLasts: Seconds
    /// From when a notice to a publisher counts whose outcome nobody has recorded.
    package private(set) var noticeStart: Instant?

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

    /// - Parameters:
    ///   - items: the numbers of all items acknowledged so far.
    ///   - isMessagingLocked: whether the reporter said to be family, or under 18.
    ///   - answers: all that partners have sent.
    package init(
        kind: ReportKind, items: some Sequence<Int>, answers: Set<RecordID> = [], isSetAside: Bool,
        isMessagingLocked: Bool, hasCode: Bool, isThreadOver: Bool = false, options: Set<ForceOption> = [],
        messages: MessageRules = MessageRules(), glassLasts: Seconds = Glass.longest
    ) {
        self.kind = kind
        unopened = Set(items)
        unreadAnswers = answers
        self.isSetAside = isSetAside
        drift = Drift(isRelation: isMessagingLocked, rules: messages)
        self.hasCode = hasCode
        self.isThreadOver = isThreadOver
        self.options = options
        self.glassLasts = glassLasts
    }

    /// Says for which moment the rules are asked.
    package mutating func look(at moment: Instant) { lookedAt = moment }

    /// Says how often the person for whom the rules are asked has looked.
    package mutating func count(_ exposure: Exposure) { self.exposure = exposure }

    /// Whether a person's break-glass runs.
    package func glassRuns(of person: String) -> Bool {
        glasses.contains { $0.person == person && $0.runs(at: lookedAt) }
    }

    /// Takes one recorded step into account. Steps come in the order of their numbers.
    package mutating func apply(_ step: CaseStep) {
        lastStep = step.number
        if WeeklyReview.verbs.contains(step.verb) {
            unreviewed.formUnion([step.person, waiting?.person].compactMap(\.self))
        }
        switch step.verb {
        case .opened:
            unopened.remove(step.item)
            disposalBy = nil
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
        case .proposed, .actedFirst, .noActionProposed: waiting = waitingNow(on: step)
        case .authorised, .refused, .withdrawn, .ratified, .notRatified, .confirmed, .sentBack: waiting = nil
        case .closed: holder = nil
        case .noticeGiven: noticeStart = step.body.record.flatMap(PublisherNotice.start) ?? step.time
        case .noticeAnswered: noticeStart = nil
        case .checked: unreviewed = []
        case .disposalProposed: disposalBy = step.person
        case .retained, .disposalAgreed, .reopened: disposalBy = nil
        case .glassBroken, .glassEnded, .glassReviewed: glasses.apply(step, holder: holder, lasting: glassLasts)
        case .looked: allowedLooks.remove(step.person)
        case .lookAllowed: if let holder { allowedLooks.insert(holder.person) }
        default: break
        }
        drift.apply(step)
        if let record = step.body.record { records[step.verb] = record }
        switch step.body {
        case .assessment(let assessment): view = assessment.view
        case .asked(let asking):
            liveRequests.insert(asking.request)
            asked[asking.request] = step.time
        case .answerRead(let request, let answer, _):
            unreadAnswers.remove(answer)
            asked[request] = nil
        case .requestEnded(let request, _):
            liveRequests.remove(request)
            asked[request] = nil
        default: break
        }
        if kind.workflow.decides(step.verb) {
            undecided.remove(step.item)
            isSetAside = false
        }
        let before = state
        state = Self.target(of: step.verb, from: state, facts: self)
        if state != before { since = step.time }
    }

    /// What a step answers; nil where nothing waits for it.
    package func asked(by verb: Verb) -> Waiting? {
        switch verb {
        case .messageSigned, .messageRefused, .messageWithdrawn: drift.waiting
        case .sourceReviewed: drift.asked
        default: waiting
        }
    }

    /// Who put forward what waits for a second person: what comes first in the work comes first here.
    package var waitingPerson: String? { (waiting ?? drift.waiting ?? drift.asked)?.person }

    /// Whether the last record of a step says one of these; of any, where no values are named.
    package func says(_ saying: Saying) -> Bool {
        guard let record = records[saying.verb] else { return false }
        return saying.values.isEmpty || !saying.values.isDisjoint(with: record[saying.field])
    }

    private func waitingNow(on step: CaseStep) -> Waiting {
        Waiting(number: step.number, person: step.person, itemsRead: undecided)
    }

    /// The state a step leads to.
    package static func target(of verb: Verb, from state: CaseState, facts: CaseFacts) -> CaseState {
        let table = facts.kind.workflow
        return switch table.rule(for: verb)?.to {
        case nil, .stay: state
        case .state(let target): target
        // Something waiting for a second person goes on waiting while more is found out.
        case .resume where facts.waiting != nil && [.proposed, .actedFirst, .noActionProposed].contains(state): state
        case .resume where table.resting.contains(state): state
        case .resume: table.working.first { $0.need.map { facts.records($0) } ?? true }?.state ?? .opened
        }
    }
}

extension CaseFacts {
    /// Every item was opened by somebody, and every partner's answer read.
    package var isEverythingRead: Bool { unopened.isEmpty && unreadAnswers.isEmpty }

    /// When the partner was asked who has been silent for longest. What has come and waits to be read is no silence.
    package func oldestAsk(without answered: Set<RecordID>) -> Instant? {
        asked.lazy.filter { !answered.contains($0.key) }.map(\.value).min()
    }

    /// Whether what a need asks to have been recorded was; a need for anything else is not met here.
    package func records(_ need: Need) -> Bool {
        switch need {
        case .triage: isTriaged
        case .research: researchCount > 0
        case .assessment: view != nil
        case .unlawfulView: view == .unlawful
        case .lawfulView: view == .lawful
        case .elsewhereView: view == .elsewhere
        default: need.saying.map(says) ?? false
        }
    }
}
