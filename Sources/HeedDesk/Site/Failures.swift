import HTTPTypes
import HeedWeb

/// The desk's error pages. They say nothing of who asks: what does not exist and what is forbidden are the same bytes.
struct Failures: Sendable {
    let pages: Pages

    func page(for failure: ErrorPage) throws -> HTMLPage {
        let speech = pages.speech
        let kind = Self.kind(failure.status.code)
        var model = PageModel(title: speech.title("desk-failure.topic"))
        model["heading"] = speech.text("desk-failure.\(kind).heading")
        model["body"] = failure.reason.map(speech.reason) ?? speech.text("desk-failure.\(kind).body")
        model["incident"] = failure.incident.map { speech.text("desk-failure.incident", ["number": $0]) } ?? ""
        model["hasIncident"] = failure.incident != nil
        return try pages.doorPage("failure", model, status: failure.status)
    }

    static let kinds = ["lost", "way", "large", "odd", "elsewhere", "now", "busy", "broken"]

    private static func kind(_ status: Int) -> String {
        switch status {
        case 404: "lost"
        case 405: "way"
        case 403: "elsewhere"
        case 409: "now"
        case 413, 414, 431: "large"
        case 400..<500: "odd"
        case 503: "busy"
        default: "broken"
        }
    }
}
