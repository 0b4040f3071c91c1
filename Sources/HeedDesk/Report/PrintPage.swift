import HTTPTypes
import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// Asks for whom and what for a report is printed, and the one page that is laid out for paper.
/// Its marking, handle, role and time stand on every sheet. No other page of the desk prints its words.
struct PrintPage: Sendable {
    let desk: Desk
    let pages: Pages
    private var speech: Speech { pages.speech }

    func show(
        _ visit: Visit, _ thread: RecordID, _ form: FormBody = FormBody(), problems: [FieldProblem] = [],
        notices: [String] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let view = try await OpenCase(desk).perform(session: visit.session, thread: thread)
        var model = PageModel(title: speech.text("desk.title", ["topic": thread.handle]))
        let path = "/report/\(thread.hex)/print"
        model["at"] = path
        model["action"] = path
        model["holdsText"] = true
        let views = problems.map(speech.problem)
        model["fields"] = Self.fields.map { field in
            EditorField(
                field, choices: [], given: form.text(field.name).map { [$0] } ?? [],
                problem: views.first { $0.field == field.name }?.text, speech, words: "desk-print")
        }
        model.note(views, notices)
        ReportHead(view: view, speech: speech, now: desk.clock.now()).fill(&model)
        return try await pages.page("print-ask", model, for: visit, status: status).response
    }

    func send(_ visit: Visit, _ thread: RecordID, _ form: FormBody) async throws -> Response {
        let (recipient, purpose) = (form.text("recipient") ?? "", form.text("purpose") ?? "")
        do {
            let view = try await PrintCase(desk).perform(
                session: visit.session, thread: thread, recipient: recipient, purpose: purpose)
            var model = PageModel(title: speech.text("desk.title", ["topic": thread.handle]))
            let now = desk.clock.now()
            ReportHead(view: view, speech: speech, now: now).fill(&model)
            ReportRecord(view: view, speech: speech).fill(&model)
            model["isPrint"] = true
            model["printed"] = LocalTime.full(now)
            model["recipient"] = InertText.shown(recipient)
            model["purpose"] = InertText.shown(purpose)
            return try await pages.page("print", model, for: visit).response
        } catch Refusal.notValid(let problems) {
            return try await show(visit, thread, form, problems: problems, status: .unprocessableContent)
        } catch Refusal.notNow(let reason) {
            return try await show(visit, thread, form, notices: [speech.reason(reason)], status: .conflict)
        }
    }

    private static let fields = [
        Editor.Field(name: "recipient", control: .line, isRequired: true),
        Editor.Field(name: "purpose", control: .text(rows: 2), isRequired: true),
    ]
}
