import HeedCore
import HeedVault

/// Everything a report journey remembers. It travels sealed in the page itself: no server holds an unfinished report.
struct JourneyState: Equatable, Sendable {
    /// A form may be sent for this long.
    static let life: Seconds = 24 * 3600
    /// After that it opens for as long again, only to give the words back.
    static let afterlife: Seconds = 48 * 3600

    /// Issued with the form, shown before sending, valid once the report is stored.
    var code: ReporterCode
    var thread: RecordID
    var issued: Instant
    var language: String
    /// The page that was shown.
    var step: JourneyStep = .start
    var answers: Answers
    var inDanger = false
    /// Came from the check page to change one thing, and goes back there.
    var isChanging = false
    /// The field that people leave empty came back filled.
    var isTrapped = false
    /// Took the place of a form that had grown old or could not be read, so its age says nothing of how long it took.
    var isRenewed = false
    /// Asked once whether the code is kept.
    var hasAsked = false
    /// Pages that were shown: what they left blank reads "Not given".
    var seen: Set<JourneyStep> = []
    /// What was acknowledged. From then on there are no answers in the state.
    var receipt: ReportReceipt?

    init(kind: ReportKind, code: ReporterCode, thread: RecordID, issued: Instant, language: String) {
        answers = Answers(kind)
        self.code = code
        self.thread = thread
        self.issued = issued
        self.language = language
    }

    /// A state for a form that starts now.
    static func fresh(_ kind: ReportKind, at now: Instant, in language: String) -> JourneyState {
        JourneyState(kind: kind, code: .issue(), thread: .random(), issued: now, language: language)
    }

    /// The same answers under a new code, thread and time.
    func renewed(at now: Instant) -> JourneyState {
        var state = self
        state.code = .issue()
        state.thread = .random()
        state.issued = now
        state.isRenewed = true
        return state
    }
}
