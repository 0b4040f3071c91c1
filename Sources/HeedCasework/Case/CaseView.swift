package import HeedCore

/// What the page of one report shows. Items that nobody opened yet are numbers only.
package struct CaseView: Sendable {
    package let thread: RecordID
    package let kind: ReportKind
    package let compartment: Compartment
    /// The number of the last step: every form carries it.
    package let version: Int
    package let facts: CaseFacts
    package let cues: Cues
    package let lane: [LaneSignal]
    package let channel: ReportMeta.Channel
    package let contactMode: ContactMode
    /// What came from the reporter after the first round of questions went out.
    package let replies: Int
    /// When the reporter may no longer be written to.
    package let messagesUntil: Instant
    package let items: [Item]
    package let steps: [OpenedStep]
    package let partners: [PartnerAsked]
    /// Addresses that other reports name too.
    package let before: [ReportedBefore]
    package let times: CaseTimes
    /// All clocks that run, soonest first.
    package let clocks: [RunningClock]
    package let warnings: Set<CaseWarning>
    package let triage: TriageAssessment?
    /// The officer's line that lists show, and how soon; empty and nil until somebody has written them.
    package let gist: String
    package let priority: TriageAssessment.Priority?
    /// For each step of the table, whether this officer may take it now.
    package let verdicts: [Verb: Workflow.Verdict]
    /// What came in after the step that waits for a second person, and this officer has not been shown before now.
    package let changedSinceWaiting: Set<Int>
    package let batch: Int
    /// Compartments whose keys this session holds: a certificate may name more.
    package let held: Set<Compartment>

    /// One opened item.
    package struct Item: Sendable {
        package let number: Int
        package let time: Instant
        package let language: String
        package let sender: CaseItem.Sender
        /// What a machine may have left behind.
        package let signals: [LaneSignal]
        package let answers: [MarkedAnswer]
        package let isDecided: Bool
    }

    /// One answer and what kind of statement it is.
    package struct MarkedAnswer: Sendable {
        package let question: Question
        /// The reporter's words or choices. Never printed.
        package let values: Redacted<[String]>
        package let mark: Mark?
        /// Whether an officer set the mark.
        package let isMarkedByOfficer: Bool
    }

    /// Steps that somebody saved after the page that a refused form stood on.
    package func steps(after version: Int) -> [OpenedStep] { steps.filter { $0.step.number > version } }

    /// Whether a survey is kept with it.
    package var hasSurvey: Bool { steps.contains { if case .survey = $0.step.body { true } else { false } } }

    /// Whether this session can open the surveys that are kept with it.
    package var opensSurveys: Bool { hasSurvey && held.contains(.survey) }

    package func step(_ number: Int) -> OpenedStep? { steps.first { $0.step.number == number } }
}
