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
    let workstation: WorkstationCookie
    private var speech: Speech { pages.speech }

    /// The page that asks first.
    var asking: Asking {
        Asking(
            desk: desk, pages: pages, workstation: workstation, template: "print-ask", slug: "print",
            fields: Self.fields, words: "desk-print")
    }

    func send(_ visit: Visit, _ thread: RecordID, _ form: FormBody, _ request: Request) async throws -> Response {
        let (recipient, purpose) = (form.text("recipient") ?? "", form.text("purpose") ?? "")
        return try await asking.answer(visit, thread, form, request) { proof in
            let view = try await PrintCase(desk).perform(
                session: visit.session, thread: thread, recipient: recipient, purpose: purpose, proof: proof)
            var model = PageModel(title: speech.text("desk.title", ["topic": thread.handle]))
            let now = desk.clock.now()
            ReportHead(view: view, speech: speech, now: now).fill(&model)
            ReportRecord(view: view, speech: speech).fill(&model)
            model["isPrint"] = true
            model["printed"] = LocalTime.full(now)
            model["recipient"] = InertText.shown(recipient)
            model["purpose"] = InertText.shown(purpose)
            return try await pages.page("print", model, for: visit).response
        }
    }

    private static let fields = [
        Editor.Field(name: "recipient", control: .line, isRequired: true),
        Editor.Field(name: "purpose", control: .text(rows: 2), isRequired: true),
    ]
}
