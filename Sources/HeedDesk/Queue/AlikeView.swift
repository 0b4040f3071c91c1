import HTTPTypes
import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// The page of a flood: reports that are much alike, read together and opened a few at a time. They stay reports of their own.
struct AlikeView: Sendable {
    let desk: Desk
    let pages: Pages
    private var speech: Speech { pages.speech }

    private struct Other: Sendable {
        let thread: String
        let handle: String
        let lang: String
        let isSame: Bool
        let differences: [Difference]
    }

    func show(
        _ visit: Visit, _ thread: RecordID, _ form: FormBody = FormBody(), problems: [FieldProblem] = [],
        notices: [String] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let page = try await ReadAlike(desk).perform(session: visit.session, thread: thread)
        var model = PageModel(title: speech.title("desk-alike.topic"))
        let path = "/alike/\(thread.hex)"
        model["at"] = path
        model["action"] = path
        model["holdsText"] = !page.next.isEmpty
        let views = problems.map(speech.problem)
        model.note(views, notices)
        model["waiting"] = speech.text(
            "desk-alike.waiting", ["n": "\(page.waiting)", "differing": "\(page.differing)"])
        model["oldest"] =
            page.next.first?.clock.map { speech.text("desk-alike.oldest", ["clock": speech.clock($0, at: page.time)]) }
            ?? ""
        model["hasWaiting"] = !page.next.isEmpty
        model["chosen"] = page.next.map { HiddenField(name: "report", value: $0.thread.hex) }
        model["lead"] = speech.text("desk-alike.lead", ["n": "\(page.next.count)"])
        model["button"] = speech.text("desk-alike.button", ["n": "\(page.next.count)"])
        model["fields"] = [
            EditorField(
                Self.reason, choices: [], given: form.text("reason").map { [$0] } ?? [],
                problem: views.first { $0.field == "reason" }?.text, speech, words: "desk-alike")
        ]
        model["rows"] = page.lifted.map { QueueRowView($0, speech, for: visit, at: page.time) }
        model["hasLifted"] = !page.lifted.isEmpty
        fill(&model, page)
        return try await pages.page("alike", model, for: visit, status: status).response
    }

    private func fill(_ model: inout PageModel, _ page: AlikePage) {
        model["hasShown"] = !page.shown.isEmpty
        guard let first = page.shown.first else { return }
        model["thread"] = first.thread.hex
        model["handle"] = first.thread.handle
        model["items"] = ReportWords(view: first, speech: speech).items.filter { $0.number == 0 }
        model["others"] = page.shown.dropFirst().map { view in
            let differences = Difference.all(between: first, and: view, speech)
            return Other(
                thread: view.thread.hex, handle: view.thread.handle,
                lang: ReportWords(view: view, speech: speech).items.first?.language ?? "und",
                isSame: differences.isEmpty, differences: differences)
        }
        let more = page.opened - page.shown.count
        model["more"] = more > 0 ? speech.text("desk-alike.more", ["n": "\(more)"]) : ""
    }

    func send(_ visit: Visit, _ thread: RecordID, _ form: FormBody) async throws -> Response {
        do {
            let opened = try await OpenAlike(desk).perform(
                session: visit.session, thread: thread, reports: form.all("report").compactMap { RecordID(hex: $0) },
                reason: form.text("reason") ?? "")
            if opened > 0 { return Response.seeOther("/alike/\(thread.hex)#read") }
            return try await show(
                visit, thread, form, notices: [speech.text("desk-alike.nothing-opened")], status: .conflict)
        } catch Refusal.notValid(let problems) {
            return try await show(visit, thread, form, problems: problems, status: .unprocessableContent)
        }
    }

    private static let reason = Editor.Field(name: "reason", control: .text(rows: 2), isRequired: true)
}
