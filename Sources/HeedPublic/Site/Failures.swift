import HTTPTypes
import HeedWeb

/// Error pages in the site's own frame: what became of the words typed, the numbers, the way home.
struct Failures: Sendable {
    let pages: Pages

    func page(for failure: ErrorPage, path: String) throws -> HTMLPage {
        let speech = pages.speech(ofPath: path)
        return try pages.page(
            "failure", model(Self.kind(failure.status.code), failure.incident, speech), speech, status: failure.status)
    }

    /// The page for what is not there, as a copy of the guidance elsewhere shows it.
    func lost(_ speech: Speech) throws -> String { try pages.html("failure", model("lost", nil, speech), speech) }

    private func model(_ kind: String, _ incident: String?, _ speech: Speech) -> PageModel {
        var model = PageModel(
            title: speech.title("failure.topic", isProblem: true), links: pages.links(to: Route.home.rawValue, speech))
        model["heading"] = speech.text("failure.\(kind).heading")
        model["body"] = speech.text("failure.\(kind).body")
        model["hasIncident"] = incident != nil
        model["incident"] = incident.map { speech.text("failure.incident", ["number": $0]) } ?? ""
        return model
    }

    static let kinds = ["lost", "way", "large", "odd", "elsewhere", "busy", "broken"]

    private static func kind(_ status: Int) -> String {
        switch status {
        case 404: "lost"
        case 405: "way"
        case 403: "elsewhere"
        case 413, 414, 431: "large"
        case 400..<500: "odd"
        case 503: "busy"
        default: "broken"
        }
    }
}
