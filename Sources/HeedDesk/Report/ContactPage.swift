import HTTPTypes
import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// Asking for how a reporter can be reached, and the one page that shows it. The page is not printed and not kept.
struct ContactPage: Sendable {
    let desk: Desk
    let pages: Pages
    let workstation: WorkstationCookie
    private var speech: Speech { pages.speech }

    /// The page that asks first.
    var asking: Asking {
        Asking(
            desk: desk, pages: pages, workstation: workstation, template: "contact", slug: "contact",
            fields: Self.fields
        ) { visit, view in
            visit.officer.compartments.contains(view.kind.contactCompartment)
        }
    }

    func send(_ visit: Visit, _ thread: RecordID, _ form: FormBody, _ request: Request) async throws -> Response {
        try await asking.answer(visit, thread, form, request) { proof in
            guard let purpose = form.first("purpose").flatMap(OpenContact.Purpose.init) else {
                throw Refusal.notValid([FieldProblem(field: "purpose", key: "problem.purpose.empty")])
            }
            let contact = try await OpenContact(desk).perform(
                session: visit.session, thread: thread, purpose: purpose, reason: form.text("reason") ?? "",
                proof: proof)
            return try await shown(contact, visit)
        }
    }

    private func shown(_ contact: ContactView, _ visit: Visit) async throws -> Response {
        var model = PageModel(title: speech.text("desk.title", ["topic": contact.thread.handle]))
        model["handle"] = contact.thread.handle
        model["thread"] = contact.thread.hex
        model["until"] = LocalTime.full(contact.until)
        let left = contact.left.filter { !$0.fields.value.isEmpty }
        model["left"] = left.map { shown($0, contact.kind.form) }
        model["isNothing"] = left.isEmpty
        var page = try await pages.page("contact-shown", model, for: visit)
        // Fifteen minutes, then the browser goes back to the report.
        page.headers[HTTPField.Name("Refresh")!] = "\(ContactView.shownFor); url=/report/\(contact.thread.hex)"
        return page.response
    }

    private struct LeftView: Sendable {
        let heading: String
        let lines: [Timeline.Line]
    }

    private func shown(_ left: ContactView.Left, _ form: Form) -> LeftView {
        let fields = left.fields.value
        return LeftView(
            heading: left.item == 0
                ? speech.text("desk-report.said") : speech.text("desk-report.follow-up", ["n": "\(left.item)"]),
            lines: form.questions.filter { $0.destination == .contact }.compactMap { question in
                fields[question.name].map { values in
                    Timeline.Line(
                        label: speech.text(question.labelKey),
                        text: values.map { value in
                            let key = question.optionKey(value)
                            return question.limit == nil && speech.has(key) ? speech.text(key) : InertText.shown(value)
                        }.joined(separator: ", "))
                }
            })
    }

    static let fields = [
        Editor.Field(name: "purpose", control: .choice(OpenContact.Purpose.allCases.map(\.rawValue)), isRequired: true),
        Editor.Field(name: "reason", control: .text(rows: 4), isRequired: true),
    ]
}
