import HTTPTypes
import HeedCasework
import HeedContent
import HeedCore
import HeedWeb
import Hummingbird

/// Everything that was said of late, what stands now, whether the public site shows it, and the threat level.
struct NoticeList: Sendable {
    let desk: Desk
    let pages: Pages
    let first: Language
    let sightings: Sightings
    private var speech: Speech { pages.speech }

    struct Line: Sendable {
        let id: String
        let title: String
        let kind: String
        let start: String
        let end: String
        let state: String
        let mayWithdraw: Bool
    }

    /// - Parameter form: the threat level as it was typed.
    func show(
        _ visit: Visit, _ form: FormBody = FormBody(), problems: [FieldProblem] = [], notices: [String] = []
    ) async throws -> Response {
        let sheet = try await NoticeBook(desk).read(session: visit.session)
        var model = PageModel(title: speech.title("desk-notice.topic"))
        model["lines"] = sheet.entries.map { line($0, at: sheet.now) }
        model["isNothing"] = sheet.entries.isEmpty
        model["hasArrival"] = sheet.version > 0
        model["arrival"] = arrival(sheet)
        model["isUnseen"] = sheet.shown < sheet.version
        model["threat"] = threat(sheet)
        let chosen = form.first("level") ?? ""
        model["levels"] = ThreatLevel.allCases.map {
            NoticeChoice(
                id: "", value: $0.rawValue, label: speech.text("desk-notice.level-\($0.rawValue)"),
                isChosen: $0.rawValue == chosen)
        }
        model["isNone"] = chosen == "none"
        let day = form.first("as_of") ?? CalendarDay(sheet.now).iso
        model["asOf"] = day
        // A browser empties a field for dates that holds none.
        model["asOfType"] = day.isEmpty || CalendarDay(iso: day) != nil ? "date" : "text"
        let views = problems.map { ProblemView(field: $0.field, text: speech.text("desk-" + $0.key)) }
        for (field, name) in [("level", "Level"), ("as_of", "AsOf")] {
            let text = views.first { $0.field == field }?.text ?? ""
            model["has\(name)Problem"] = !text.isEmpty
            model["problem\(name)"] = text
        }
        model.note(views, notices)
        let status: HTTPResponse.Status = problems.isEmpty ? .ok : .unprocessableContent
        return try await pages.page("notices", model, for: visit, at: "/notices", status: status).response
    }

    private func line(_ entry: NoticeBook.Entry, at now: Instant) -> Line {
        let notice = entry.notice
        let state =
            entry.isWithdrawn
            ? "withdrawn" : notice.end <= now ? "over" : now < notice.start ? "coming" : "standing"
        return Line(
            id: notice.id.hex, title: notice.words[first.code]?.title ?? "",
            kind: speech.text("desk-notice.kind-\(notice.kind.rawValue)"), start: LocalTime.full(notice.start),
            end: LocalTime.full(notice.end), state: speech.text("desk-notice.state-\(state)"),
            mayWithdraw: !entry.isWithdrawn && now < notice.end)
    }

    /// Whether the public site shows the last change: as it says itself, and how soon, where this desk saw it.
    private func arrival(_ sheet: NoticeBook.Sheet) -> String {
        guard sheet.version > 0 else { return "" }
        guard sheet.shown >= sheet.version else { return speech.text("desk-notice.unseen") }
        return sightings.text(sheet.version).map { speech.text("desk-notice.seen", ["n": $0]) }
            ?? speech.text("desk-notice.shown")
    }

    private func threat(_ sheet: NoticeBook.Sheet) -> String {
        guard let threat = sheet.threat else { return speech.text("desk-notice.threat-none") }
        let isFresh = threat.isShown(at: sheet.now, days: desk.settings.threatDays)
        return speech.text(
            isFresh ? "desk-notice.threat-shown" : "desk-notice.threat-stale",
            ["level": speech.text("desk-notice.level-\(threat.level.rawValue)"), "day": threat.asOf.iso])
    }
}
