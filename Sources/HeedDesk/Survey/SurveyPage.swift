import HTTPTypes
import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// Asking for the surveys of an enquiry, and the one page that shows them. Not printed and not kept.
struct SurveyPage: Sendable {
    let desk: Desk
    let pages: Pages
    private var speech: Speech { pages.speech }

    func show(
        _ visit: Visit, _ thread: RecordID, _ form: FormBody = FormBody(), problems: [FieldProblem] = [],
        notices: [String] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let view = try await OpenCase(desk).perform(session: visit.session, thread: thread)
        // To whoever does not hold the key there is nothing here, whatever their role.
        guard visit.officer.compartments.contains(.survey), view.hasSurvey else { throw Refusal.notFound }
        var model = PageModel(title: speech.text("desk.title", ["topic": thread.handle]))
        let path = "/report/\(thread.hex)/surveys"
        model["at"] = path
        model["action"] = path
        model["holdsText"] = true
        let views = problems.map(speech.problem)
        model["fields"] = Self.fields.map { field in
            EditorField(
                field, choices: [], given: form.text(field.name).map { [$0] } ?? [],
                problem: views.first { $0.field == field.name }?.text, speech)
        }
        model.note(views, notices)
        ReportHead(view: view, speech: speech, now: desk.clock.now()).fill(&model)
        return try await pages.page("survey", model, for: visit, status: status).response
    }

    func send(_ visit: Visit, _ thread: RecordID, _ form: FormBody) async throws -> Response {
        do {
            let surveys = try await OpenSurveys(desk).perform(
                session: visit.session, thread: thread, reason: form.text("reason") ?? "")
            var model = PageModel(title: speech.text("desk.title", ["topic": thread.handle]))
            model["handle"] = thread.handle
            model["thread"] = thread.hex
            model["surveys"] = surveys.map { shown($0.value) }
            var page = try await pages.page("survey-shown", model, for: visit)
            // Fifteen minutes, then the browser goes back to the report.
            page.headers[HTTPField.Name("Refresh")!] = "\(ContactView.shownFor); url=/report/\(thread.hex)"
            return page.response
        } catch Refusal.notValid(let problems) {
            return try await show(visit, thread, form, problems: problems, status: .unprocessableContent)
        } catch Refusal.notNow(let reason) {
            return try await show(visit, thread, form, notices: [speech.reason(reason)], status: .conflict)
        }
    }

    private struct Shown: Sendable {
        let day: String
        let lines: [Timeline.Line]
    }

    private func shown(_ survey: Survey) -> Shown {
        Shown(
            day: survey.day,
            lines: [("weak_points", survey.weakPoints), ("recommended", survey.recommended)].map { field, text in
                Timeline.Line(label: speech.text("desk-field.\(field).label"), text: InertText.shown(text))
            })
    }

    static let fields = [Editor.Field(name: "reason", control: .text(rows: 3), isRequired: true)]
}
