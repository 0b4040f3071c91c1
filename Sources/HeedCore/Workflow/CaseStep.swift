/// One step that was taken, as the sealed and signed record of it says.
package struct CaseStep: Sendable, Equatable {
    package let id: RecordID
    /// Position in the thread, from 1, without gaps.
    package let number: Int
    /// The item it concerns: 0 the report, 1… follow-ups.
    package let item: Int
    package let verb: Verb
    package let role: Role
    package let person: String
    package let username: String
    package let time: Instant
    package let body: StepBody

    package init(
        id: RecordID, number: Int, item: Int, verb: Verb, role: Role, person: String, username: String, time: Instant,
        body: StepBody
    ) {
        self.id = id
        self.number = number
        self.item = item
        self.verb = verb
        self.role = role
        self.person = person
        self.username = username
        self.time = time
        self.body = body
    }
}

/// What a step recorded besides that it was taken.
package enum StepBody: Sendable, Equatable, Codable {
    case nothing
    /// To whom a report was handed.
    case holder(username: String, person: String)
    case reason(String)
    case triage(TriageAssessment)
    case research(ResearchRecord)
    case identifier(Identifier)
    case mark(field: String, mark: Mark)
    case proposal(Proposal)
    /// Answers the proposal recorded by step `number`, whose signed statement has this SHA-256.
    case answer(number: Int, statement: [UInt8], reason: String)
    case decision(Decision)
    case message(Message)
    case assessment(OnlineAssessment)
    /// Answers to the fields that the kind's table declares for the step.
    case record(StepRecord)
    /// The report that was raised from it, and what was told to those who read that.
    case raised(RecordID, StepRecord)
    /// Answers to declared fields, by a second person, to the step `number`, whose signed statement has this SHA-256.
    case reviewed(number: Int, statement: [UInt8], StepRecord)
    /// A file that left the desk.
    case disclosed(Disclosure)
    /// A survey that is sealed to a narrower compartment.
    case survey(SurveySeal)
    /// A partner was asked, on a page of their own.
    case asked(PartnerAsking)
    /// A partner's answer was read: which, to which request, and the digest of its sealed object.
    case answerRead(request: RecordID, answer: RecordID, digest: String)
    case requestEnded(request: RecordID, reason: String)

    /// The answers to declared fields, where it holds any.
    package var record: StepRecord? {
        switch self {
        case .record(let record), .raised(_, let record), .reviewed(_, _, let record): record
        case .asked(let asking): asking.record
        default: nil
        }
    }

    package var message: Message? {
        if case .message(let message) = self { message } else { nil }
    }

    /// The step that it answers, where it answers one: its number, and the SHA-256 of its signed statement.
    package var answered: (number: Int, statement: [UInt8])? {
        switch self {
        case .answer(let number, let statement, _), .reviewed(let number, let statement, _): (number, statement)
        default: nil
        }
    }
}
