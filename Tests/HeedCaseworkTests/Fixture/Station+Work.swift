import HeedCasework
import HeedCore

/// Ways through the workflow that many tests start from.
extension Station {
    static let triage = TriageAssessment(threat: "unclear", risk: "low", gist: "Van at a yard", priority: .medium)
    static let research = ResearchRecord(
        system: "vehicle register", sought: "the registration", result: .nothing, details: "")
    static let proposal = Proposal(
        act: "Visit the yard", why: "To see what is stored", research: [3], riskToReporter: "none known",
        validHours: 48)
    static let noAction = Decision(outcome: .noFurtherAction, why: "The van belongs to the mill.")
    static let action = Decision(
        outcome: .actionTaken, why: "The yard was visited.", powers: "consent of the owner", options: "a letter")

    /// Opens, assesses and researches; gives what the research is numbered.
    @discardableResult
    func research(_ thread: RecordID, by session: String) async throws -> Int {
        _ = try await OpenReport(desk).perform(StepForm(session: session, thread: thread, version: 0))
        _ = try await Triage(desk).perform(form(session, thread), assessment: Self.triage)
        return try await AddResearch(desk).perform(form(session, thread), record: Self.research).number
    }

    @discardableResult
    func propose(_ thread: RecordID, by name: String, _ session: String) async throws -> TakenStep {
        let prepared = try await Propose(desk).prepare(form(session, thread), proposal: Self.proposal)
        return try await Propose(desk).sign(
            session: session, token: prepared.token, credentials: credentials(name))
    }

    @discardableResult
    func authorise(_ thread: RecordID, by name: String, _ session: String) async throws -> TakenStep {
        let prepared = try await Authorise(desk).prepare(form(session, thread), reason: "Proportionate.")
        return try await Authorise(desk).sign(
            session: session, token: prepared.token, credentials: credentials(name))
    }
}

/// Writing to a reporter.
extension Station {
    @discardableResult
    func proposeMessage(
        _ thread: RecordID, by name: String, _ session: String, questions: [String] = [], words: String = ""
    ) async throws -> PreparedStatement {
        let propose = ProposeMessage(desk)
        let prepared = try await propose.prepare(form(session, thread), questions: questions, words: words)
        _ = try await propose.sign(session: session, token: prepared.token, credentials: credentials(name))
        return prepared
    }

    func signMessage(_ thread: RecordID, by name: String, _ session: String) async throws {
        let prepared = try await SignMessage(desk).prepare(form(session, thread))
        _ = try await SignMessage(desk).sign(
            session: session, token: prepared.token, credentials: credentials(name))
    }

    func reviewSource(_ thread: RecordID, by name: String, _ session: String, _ outcome: String) async throws {
        let prepared = try await ReviewSource(desk).prepare(form(session, thread)) { field in
            [field.name == "review_outcome" ? outcome : "Words"]
        }
        _ = try await ReviewSource(desk).sign(
            session: session, token: prepared.token, credentials: credentials(name))
    }
}
