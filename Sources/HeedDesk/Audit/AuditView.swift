import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// What was done, for an auditor: who, what, when, on which handle. Never a word of a report; reading is recorded too.
struct AuditView: Sendable {
    let desk: Desk
    let pages: Pages
    private var speech: Speech { pages.speech }

    struct Line: Sendable {
        let time: String
        let machine: String
        let actor: String
        let verb: String
        let object: String
        let reason: String
        let row: String
    }

    func show(_ visit: Visit, _ request: Request) async throws -> Response {
        let query = request.uri.queryParameters
        let text = { (name: Substring) in query[name].map(String.init).flatMap { $0.isEmpty ? nil : $0 } }
        let day = text("day").flatMap(CalendarDate.init)
        let filter = AuditFilter(
            verb: text("verb").flatMap(AuditVerb.init), actor: text("person"), day: day?.start, handle: text("handle"))
        let page = try await AuditReading(desk).perform(
            session: visit.session, filter: filter, after: query["after"].map(String.init))
        var model = PageModel(title: speech.title("desk-audit.topic"))
        model["hasChain"] = !page.lines.isEmpty
        model["chain"] =
            page.firstBad.map { speech.text("desk-audit.broken", ["row": $0]) } ?? speech.text("desk-audit.intact")
        model["isBroken"] = page.firstBad != nil
        model["lines"] = page.lines.map { line in
            Line(
                time: LocalTime.full(line.time), machine: LocalTime.machine(line.time),
                actor: InertText.shown(line.actor),
                verb: speech.has("desk-did.\(line.verb)") ? speech.text("desk-did.\(line.verb)") : line.verb,
                object: InertText.shown(line.object), reason: InertText.shown(line.reason),
                row: "\(line.writer) \(line.number)")
        }
        model["isNothing"] = page.lines.isEmpty
        model["verbs"] =
            [QueueView.Selection.Option(value: "", label: speech.text("desk-queue.any"), isChosen: filter.verb == nil)]
            + AuditVerb.allCases.map {
                .init(value: $0.rawValue, label: speech.text("desk-did.\($0.rawValue)"), isChosen: $0 == filter.verb)
            }
        model["person"] = filter.actor ?? ""
        model["day"] = day?.text ?? ""
        model["handleSought"] = filter.handle ?? ""
        model["hasNext"] = page.next != nil
        let kept = [
            ("verb", filter.verb?.rawValue), ("person", filter.actor), ("day", day?.text), ("handle", filter.handle),
        ]
        model["next"] =
            "/audit?"
            + (kept.compactMap { name, value in value.map { "\(name)=\(Self.plain($0))" } }
            + [page.next.map { "after=\(Self.plain($0))" } ?? ""]).joined(separator: "&")
        return try await pages.page("audit", model, for: visit, at: "/audit").response
    }

    private static func plain(_ text: String) -> String {
        String(decoding: text.utf8.filter { $0 > 0x20 && $0 < 0x7F && !"&#?%+=\"<>".utf8.contains($0) }, as: UTF8.self)
    }
}
