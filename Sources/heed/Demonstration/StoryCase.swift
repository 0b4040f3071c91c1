import HeedCasework
import HeedCore
import HeedKeyring

/// One report of the story on its way through the desk.
struct StoryCase {
    let thread: RecordID
    let desk: Desk
    let analyst: StoryOfficer
    let supervisor: StoryOfficer
    /// The sessions of the two.
    let first: String
    let second: String
    private var version = 0
    private var research: [Int] = []

    init(thread: RecordID, desk: Desk, analyst: StoryOfficer, supervisor: StoryOfficer, first: String, second: String) {
        self.thread = thread
        self.desk = desk
        self.analyst = analyst
        self.supervisor = supervisor
        self.first = first
        self.second = second
    }

    private func form(_ session: String) -> StepForm { StepForm(session: session, thread: thread, version: version) }

    mutating func take(_ act: DemonstrationReport.Path.Act) async throws {
        analyst.time.tick()
        let step = try await taken(act)
        version = step.number
        if act == .research { research.append(step.number) }
    }

    private func taken(_ act: DemonstrationReport.Path.Act) async throws -> TakenStep {
        let (mine, theirs) = (form(first), form(second))
        switch act {
        case .open: return try await OpenReport(desk).perform(mine)
        case .openFollowUp: return try await OpenReport(desk).perform(mine, item: 1)
        case .handOver: return try await HandOver(desk).perform(mine, to: "blake")
        case .putBack: return try await PutBack(desk).perform(mine)
        case .triage: return try await Triage(desk).perform(mine, assessment: StoryText.assessment)
        case .research: return try await AddResearch(desk).perform(mine, record: StoryText.research)
        case .ask: return try await SendQuestions(desk).perform(mine, questions: ["when-last", "vehicle-marked"])
        case .refuse: return try await Refuse(desk).perform(theirs, reason: StoryText.refusal)
        case .proposeNoAction: return try await ProposeNoAction(desk).perform(mine, decision: StoryText.noAction)
        case .sendBack: return try await SendBack(desk).perform(theirs, reason: StoryText.refusal)
        case .confirm:
            _ = try await OpenCase(desk).perform(session: second, thread: thread)
            return try await Confirm(desk).perform(theirs, reason: StoryText.agreed)
        case .decide: return try await Decide(desk).perform(mine, decision: StoryText.decision(gathered: research))
        case .close: return try await Close(desk).perform(mine)
        case .reopen: return try await Reopen(desk).perform(mine, reason: StoryText.reopened)
        case .propose, .actFirst, .authorise, .ratify: return try await signed(act)
        }
    }

    /// The steps that are signed with a key unlocked for them alone.
    private func signed(_ act: DemonstrationReport.Path.Act) async throws -> TakenStep {
        switch act {
        case .propose:
            let step = Propose(desk)
            let shown = try await step.prepare(form(first), proposal: StoryText.proposal(research: research))
            return try await step.sign(session: first, token: shown.token, credentials: analyst.credentials)
        case .actFirst:
            let step = ActFirst(desk)
            let shown = try await step.prepare(form(first), proposal: StoryText.proposal(research: []))
            return try await step.sign(session: first, token: shown.token, credentials: analyst.credentials)
        case .authorise:
            let step = Authorise(desk)
            let shown = try await step.prepare(form(second), reason: StoryText.agreed)
            return try await step.sign(session: second, token: shown.token, credentials: supervisor.credentials)
        default:
            let step = Ratify(desk)
            let shown = try await step.prepare(form(second), reason: StoryText.agreed)
            return try await step.sign(session: second, token: shown.token, credentials: supervisor.credentials)
        }
    }
}

/// What the story's officers write. Plain and short, as an example of how it may be done.
enum StoryText {
    static let assessment = TriageAssessment(
        threat: "Possible preparation; nothing shows intent yet.", harm: "People at one site, if it were so.",
        risk: "Low to medium. One account.", investigation: "Check the site and the vehicle.",
        vulnerability: "None known of.", engagement: "Reporter may come back with the code.",
        gist: "Unusual interest in a site", priority: .medium, differently: .still,
        looksDifferent: "Yes: what was done is what is odd.")
    static let research = ResearchRecord(
        system: "Local records", sought: "The place and the vehicle", result: .nothing, details: "")
    static let refusal = "Look at the second system first."
    static let agreed = "I have read all of it and agree."
    static let reopened = "New information came in."
    static let noAction = Decision(
        outcome: .noFurtherAction, why: "Explained: ordinary work at the place.", fairness: "Yes.")

    static func proposal(research: [Int]) -> Proposal {
        Proposal(
            act: "Visit the yard within 48 hours",
            why: "The only way to see what is kept there; one visit is the least that will do.",
            research: research, riskToReporter: "None seen: the yard faces a busy road.", validHours: 72)
    }

    static func decision(gathered: [Int]) -> Decision {
        Decision(
            outcome: .actionTaken, why: "The visit was made. The owner explained and showed papers.",
            gathered: gathered,
            assessment: "No threat remains.", powers: "Common law; consent of the owner.",
            options: "Visit, or keep watching. Watching would have cost more privacy.", fairness: "Yes.", reviewDays: 30
        )
    }
}
