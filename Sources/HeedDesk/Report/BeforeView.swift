import HeedCasework
import HeedCore
import HeedWeb

/// Which other reports name an address of this one. Says first that it is a hint: whoever reads compares, and nothing else happens.
struct BeforeView {
    let view: CaseView
    let speech: Speech

    struct Address: Sendable {
        let link: String
        let reports: [Report]
        let hasMore: Bool
        let more: String
    }

    struct Report: Sendable {
        let thread: String
        let handle: String
        let line: String
        let gist: String
    }

    func fill(_ model: inout PageModel) {
        model["hasBefore"] = !view.before.isEmpty
        model["before"] = view.before.map { found in
            Address(
                link: InertText.shown(found.link.defanged), reports: found.reports.map(report), hasMore: found.more > 0,
                more: speech.text("desk-before.more", ["n": "\(found.more)"]))
        }
    }

    private func report(_ other: ReportedBefore.Other) -> Report {
        Report(
            thread: other.thread.hex, handle: other.thread.handle,
            line: speech.text(
                "desk-before.line", ["state": speech.state(other.state), "time": LocalTime.full(other.received)]),
            gist: InertText.shown(other.gist))
    }

    static let spoken = ["line", "more"].map { "desk-before." + $0 }
}
