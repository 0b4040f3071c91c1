package import HeedCore
package import HeedVault

/// One report as it leaves the check page: what was said, and the code that was shown before sending.
/// Never prints itself. Sending the same one again is safe: it counts once.
package struct Submission: Unprintable, Sendable {
    package var code: ReporterCode
    /// Issued with the code, so that a repeated send names the same thread.
    package var thread: RecordID
    package var answers: Answers
    package var inDanger: Bool
    /// The language the form was filled in, as the catalogue names it.
    package var language: String
    package var signals: [LaneSignal]
    package var channel: ReportMeta.Channel
    /// The call-taker who typed it; nil when it came from the public site.
    package var callTaker: Officer?

    package init(
        code: ReporterCode, thread: RecordID, answers: Answers, inDanger: Bool,
        language: String, signals: [LaneSignal] = [], channel: ReportMeta.Channel = .web, callTaker: Officer? = nil
    ) {
        self.code = code
        self.thread = thread
        self.answers = answers
        self.inDanger = inDanger
        self.language = language
        self.signals = signals
        self.channel = channel
        self.callTaker = callTaker
    }
}
