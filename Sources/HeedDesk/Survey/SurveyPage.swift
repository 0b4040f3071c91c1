import HTTPTypes
import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// Asking for the surveys of an enquiry, and the one page that shows them. Not printed and not kept.
struct SurveyPage: Sendable {
    let desk: Desk
    let pages: Pages
    let workstation: WorkstationCookie
    private var speech: Speech { pages.speech }

    /// The page that asks first.
    var asking: Asking {
        Asking(
            desk: desk, pages: pages, workstation: workstation, template: "survey", slug: "surveys", fields: Self.fields
        ) { _, view in
            view.opensSurveys
        }
    }

    func send(_ visit: Visit, _ thread: RecordID, _ form: FormBody, _ request: Request) async throws -> Response {
        try await asking.answer(visit, thread, form, request) { proof in
            let surveys = try await OpenSurveys(desk).perform(
                session: visit.session, thread: thread, reason: form.text("reason") ?? "", proof: proof)
            var model = PageModel(title: speech.text("desk.title", ["topic": thread.handle]))
            model["handle"] = thread.handle
            model["thread"] = thread.hex
            model["surveys"] = surveys.map { shown($0.value) }
            var page = try await pages.page("survey-shown", model, for: visit)
            // Fifteen minutes, then the browser goes back to the report.
            page.headers[HTTPField.Name("Refresh")!] = "\(ContactView.shownFor); url=/report/\(thread.hex)"
            return page.response
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
