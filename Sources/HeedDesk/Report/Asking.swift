import HTTPTypes
import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// The page that asks why, and for passphrase and a fresh code, before something of a report is shown or leaves: how to reach
/// the reporter, a survey, a print. What was typed stands on it again, with each problem named; passphrase and codes never do.
struct Asking: Sendable {
    let desk: Desk
    let pages: Pages
    let workstation: WorkstationCookie
    /// The page's template, and the last part of its address.
    let template: String
    let slug: String
    let fields: [Editor.Field]
    /// The feature of the catalogue with the labels of its fields.
    var words = "desk-field"
    /// To whoever this is not true for, there is nothing here, whatever their role.
    var exists: @Sendable (Visit, CaseView) -> Bool = { _, _ in true }

    func show(
        _ visit: Visit, _ thread: RecordID, _ request: Request, _ form: FormBody = FormBody(),
        problems: [FieldProblem] = [], notices: [String] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let speech = pages.speech
        let view = try await OpenCase(desk).perform(session: visit.session, thread: thread)
        guard exists(visit, view) else { throw Refusal.notFound }
        var model = PageModel(title: speech.text("desk.title", ["topic": thread.handle]))
        // Under `/sign-in/`, the only place where the browser brings the secret code.
        let path = "/sign-in/\(thread.hex)/\(slug)"
        model["at"] = path
        model["action"] = path
        model["holdsText"] = true
        model["isRemembered"] = workstation.read(request.headers) != nil
        let views = problems.map(speech.problem)
        model["fields"] = fields.map { field in
            EditorField(
                field, choices: choices(field), given: form.text(field.name).map { [$0] } ?? [],
                problem: views.first { $0.field == field.name }?.text, speech, words: words)
        }
        model.note(views, notices)
        ReportHead(view: view, speech: speech, now: desk.clock.now()).fill(&model)
        return try await pages.page(template, model, for: visit, status: status).response
    }

    /// What was asked for, or the page again where the answers do not do.
    func answer(
        _ visit: Visit, _ thread: RecordID, _ form: FormBody, _ request: Request,
        with shown: (FreshProof) async throws -> Response
    ) async throws -> Response {
        do {
            return try await shown(Credentialed(form, request, workstation).proof)
        } catch Refusal.notValid(let problems) {
            return try await show(visit, thread, request, form, problems: problems, status: .unprocessableContent)
        } catch Refusal.notAllowed(.cannotUnlock) {
            return try await show(
                visit, thread, request, form, problems: [Self.notProved], status: .unprocessableContent)
        } catch Refusal.tooMany {
            return try await show(
                visit, thread, request, form, notices: [pages.speech.text("desk-asking.busy")],
                status: .serviceUnavailable)
        } catch Refusal.notNow(let reason) {
            return try await show(
                visit, thread, request, form, notices: [pages.speech.reason(reason)], status: .conflict)
        }
    }

    /// One wording for whatever was wrong with passphrase and codes.
    private static let notProved = FieldProblem(field: "passphrase", key: "asking.not-proved")

    static let spoken = ["desk-asking.not-proved", "desk-asking.busy"]

    private func choices(_ field: Editor.Field) -> [EditorField.Choice] {
        guard case .choice(let values) = field.control else { return [] }
        return values.map {
            EditorField.Choice(value: $0, label: pages.speech.text("desk-option.\(field.name).\($0)"))
        }
    }
}
