import HeedCore

/// One made-up report and how far the demonstration's officers have taken it.
struct DemonstrationReport: Sendable {
    let words: String
    var kind = ReportKind.activity
    var answers: [String: [String]] = [:]
    var isDanger = false
    var signals: [LaneSignal] = []
    var followUp: String?
    let journey: Path

    /// How far it goes: the last step taken on it.
    enum Path: CaseIterable, Sendable {
        case untouched, opened, handedOver, putBack, triaged, researched, messaged, proposed, refused, authorised,
            carriedOut
        case actedFirst, ratified, noActionProposed, sentBack, decided, closed, reopened
    }

    init(
        _ journey: Path, _ words: String, signs: [String] = [], how: [String] = [], danger: Bool = false,
        signals: [LaneSignal] = [], followUp: String? = nil, _ more: [String: String] = [:]
    ) {
        self.words = words
        self.journey = journey
        isDanger = danger
        self.signals = signals
        self.followUp = followUp
        answers = more.mapValues { [$0] }
        answers["sign"] = signs
        answers["how"] = how
    }

    /// Something of another kind, which nobody has opened.
    init(_ kind: ReportKind, _ words: String, _ answers: [String: [String]] = [:]) {
        self.words = words
        self.kind = kind
        journey = .untouched
        self.answers = answers
    }
}
