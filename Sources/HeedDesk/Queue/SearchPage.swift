import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// Looking for a report by its handle or an officer's words. What is sought is posted, so that it is in no address.
struct SearchPage: Sendable {
    let desk: Desk
    let pages: Pages
    private var speech: Speech { pages.speech }

    func show(_ visit: Visit, _ form: FormBody = FormBody(), notices: [String] = []) async throws -> Response {
        try await page(visit, form, [], notices, rows: nil)
    }

    func send(_ visit: Visit, _ form: FormBody) async throws -> Response {
        let isPerson = form.first("person") == "yes"
        do {
            let found = try await Search(desk).perform(
                session: visit.session, text: form.first("text") ?? "", isPerson: isPerson,
                reason: form.text("reason") ?? "")
            let now = desk.clock.now()
            let rows = found.rows.map { QueueRowView($0, speech, for: visit, at: now) }
            return try await page(
                visit, form, [], found.isMore ? [speech.text("desk-search.more", ["n": "\(Search.most)"])] : [],
                rows: rows)
        } catch Refusal.notValid(let problems) {
            return try await page(visit, form, problems, [], rows: nil)
        }
    }

    private func page(
        _ visit: Visit, _ form: FormBody, _ problems: [FieldProblem], _ notices: [String], rows: [QueueRowView]?
    ) async throws -> Response {
        var model = PageModel(title: speech.title("desk-search.topic"))
        model["text"] = form.first("text") ?? ""
        model["reason"] = form.text("reason") ?? ""
        model["isPerson"] = form.first("person") == "yes"
        model["hasFound"] = rows != nil
        model["rows"] = rows ?? []
        model["isNothing"] = rows?.isEmpty ?? false
        model["at"] = "/search"
        model["holdsText"] = true
        let views = problems.map(speech.problem)
        model["textProblem"] = views.first { $0.field == "text" }?.text ?? ""
        model["hasTextProblem"] = views.contains { $0.field == "text" }
        model["reasonProblem"] = views.first { $0.field == "reason" }?.text ?? ""
        model["hasReasonProblem"] = views.contains { $0.field == "reason" }
        model.note(views, notices)
        return try await pages.page(
            "search", model, for: visit, at: "/search", status: problems.isEmpty ? .ok : .unprocessableContent
        ).response
    }
}
