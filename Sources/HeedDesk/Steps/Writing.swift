import HTTPTypes
import HeedCasework
import HeedCore
import HeedIntake
import HeedWeb
import Hummingbird

/// The writing pages: one for each step in which something is typed.
/// Whatever is wrong, what was typed comes back; what somebody else saved meanwhile stands beside it.
struct Writing: Sendable {
    let desk: Desk
    let pages: Pages
    /// Takes reports that are raised from others; nil where nothing is sent from here.
    var intake: Intake?
    private var speech: Speech { pages.speech }

    /// What stands on a page besides the report.
    struct Typed: Sendable {
        var form = FormBody()
        var problems: [FieldProblem] = []
        var notices: [String] = []
        var status = HTTPResponse.Status.ok
        /// Whether it was kept earlier, to be gone on with.
        var isDraft = false
    }

    func show(_ verb: Verb, _ visit: Visit, _ thread: RecordID, _ typed: Typed = Typed()) async throws -> Response {
        let view = try await OpenCase(desk).perform(session: visit.session, thread: thread)
        var typed = typed
        if typed.form.fields.isEmpty, let draft = try await draft(verb, visit, thread) {
            typed = Typed(form: draft.form, notices: [speech.text("desk-step.draft")], isDraft: true)
        }
        return try await page(verb, visit, view, typed).response
    }

    func send(_ verb: Verb, _ visit: Visit, _ thread: RecordID, _ form: FormBody) async throws -> Response {
        let drafts = Drafts(desk)
        switch form.first("keep") {
        case "drop"?:
            try await drafts.erase(session: visit.session, thread: thread, form: verb.slug)
            return Response.seeOther("/report/\(thread.hex)")
        case nil: break
        default:
            let typed = TypedText(path: "/report/\(thread.hex)/\(verb.slug)", form: form)
            try await drafts.save(session: visit.session, thread: thread, form: verb.slug, text: typed.bytes)
            return Response.seeOther("/report/\(thread.hex)/\(verb.slug)")
        }
        switch form.first("resolve") {
        case "drop"?: return Response.seeOther("/report/\(thread.hex)")
        case "merge"?: return try await show(verb, visit, thread, Typed(form: form))
        default: break
        }
        let step = StepForm(
            session: visit.session, thread: thread, version: form.first("version").flatMap { Int($0) } ?? -1)
        do {
            if verb == .partnerAsked { return try await ask(visit, step, form) }
            _ = try await take(verb, visit, step, form)
            try await drafts.erase(session: visit.session, thread: thread, form: verb.slug)
            return Response.seeOther("/report/\(thread.hex)#next")
        } catch Refusal.notValid(let problems) {
            return try await show(
                verb, visit, thread, Typed(form: form, problems: problems, status: .unprocessableContent))
        } catch Refusal.conflict {
            return try await conflict(verb, visit, thread, form)
        } catch Refusal.notAllowed(let reason) where reason != .locked && reason != .signedOut {
            return try await refused(verb, visit, thread, form, reason, .forbidden)
        } catch Refusal.notNow(let reason) {
            return try await refused(verb, visit, thread, form, reason, .conflict)
        } catch Refusal.tooLarge {
            return try await refused(verb, visit, thread, form, "refusal.too-large", .contentTooLarge)
        }
    }

    /// Asks a partner, and shows the code that the answer to this one request holds: no other page ever does.
    private func ask(_ visit: Visit, _ step: StepForm, _ form: FormBody) async throws -> Response {
        let code = try await AskPartner(desk).perform(step) { field in
            field.isTyped ? form.text(field.name).map { [$0] } ?? [] : form.all(field.name)
        }.code
        try await Drafts(desk).erase(session: visit.session, thread: step.thread, form: Verb.partnerAsked.slug)
        return try await PartnerCodePage(pages: pages).show(code, step.thread, form, for: visit)
    }

    private func take(_ verb: Verb, _ visit: Visit, _ step: StepForm, _ form: FormBody) async throws -> TakenStep {
        guard verb == .raised, let intake else { return try await Taking(desk: desk).take(verb, step, form) }
        return try await Raising(desk: desk, intake: intake, speech: speech).raise(step, visit.officer, form)
    }

    /// What this officer typed here earlier and kept.
    private func draft(_ verb: Verb, _ visit: Visit, _ thread: RecordID) async throws -> TypedText? {
        try await Drafts(desk).restore(session: visit.session, thread: thread, form: verb.slug).flatMap {
            TypedText($0)
        }
    }

    private func refused(
        _ verb: Verb, _ visit: Visit, _ thread: RecordID, _ form: FormBody, _ reason: Refusal.Reason,
        _ status: HTTPResponse.Status
    ) async throws -> Response {
        let notices = [speech.text("desk-step.not-saved"), speech.reason(reason)]
        return try await show(verb, visit, thread, Typed(form: form, notices: notices, status: status))
    }

    /// A page of the step, or a sentence where the step cannot be taken now.
    func page(_ verb: Verb, _ visit: Visit, _ view: CaseView, _ typed: Typed) async throws -> HTMLPage {
        let verdict = view.verdicts[verb] ?? .notOfThisKind
        guard verdict != .notOfThisKind else { throw Refusal.notFound }
        let isOpen = verdict == .allowed || !typed.form.fields.isEmpty
        let colleagues =
            verb == .handedOver
            ? try await desk.colleagues(
                on: StepForm(session: visit.session, thread: view.thread, version: view.version)) : []
        let choices = Choices(view: view, colleagues: colleagues, speech: speech)
        var model = PageModel(title: speech.text("desk.title", ["topic": view.thread.handle]))
        let problems = typed.problems.map(speech.problem)
        model["fields"] = Editor.of(verb, view.kind).fields.map { field in
            EditorField(
                field, choices: choices.choices(of: field),
                given: given(field, typed, view),
                problem: problems.first { $0.field == field.name }?.text, speech)
        }
        let isSigned = verb.manner == .writtenThenSigned
        let path = "/report/\(view.thread.hex)/\(verb.slug)"
        model["at"] = path
        model["action"] = isSigned ? "/sign-in/\(view.thread.hex)/\(verb.slug)" : path
        model["holdsText"] = isOpen
        model["isOpen"] = isOpen
        model["hasDraft"] = typed.isDraft
        model["version"] = "\(view.version)"
        model["heading"] = speech.step(verb, view.kind, "title")
        model["lead"] = speech.step(verb, view.kind, "lead")
        model["button"] = speech.step(verb, view.kind, "button")
        let next = NextStep(view: view, speech: speech)
        model["missing"] = verdict == .allowed ? [] : next.missing(verb, verdict)
        model.note(problems, typed.notices)
        model["hasDrift"] = false
        if [.messaged, .messageProposed, .sourceReviewed, .reviewAsked].contains(verb) {
            DriftView(view: view, speech: speech).fill(&model)
        }
        model["hasDescriptions"] = false
        if ExposureView.readFirst.contains(verb) { ExposureView(view: view, speech: speech).fill(&model) }
        model["asksToLook"] = verb == .looked
        if verb == .looked { look(&model, visit, view) }
        ReportHead(view: view, speech: speech, now: desk.clock.now()).fill(&model)
        model["items"] = ReportWords(view: view, speech: speech).items
        return try await pages.page("step", model, for: visit, status: typed.status)
    }

    /// One's own counts, and what is left of the day.
    private func look(_ model: inout PageModel, _ visit: Visit, _ view: CaseView) {
        model.fill(view.facts.exposure, pages)
        let isAllowed = view.facts.allowedLooks.contains(visit.officer.person)
        model["isAllowedLook"] = isAllowed
        let isSpent = view.facts.exposure.isSpent && !isAllowed
        model["isSpent"] = isSpent
        // Said below, with what can be done about it.
        if isSpent { model["missing"] = [NextStep.Missing]() }
    }

    /// What was typed; before that, the line and the priority that stand now: who adds to them need not write them again.
    private func given(_ field: Editor.Field, _ typed: Typed, _ view: CaseView) -> [String] {
        guard typed.form.fields.isEmpty else {
            return field.isTyped ? typed.form.text(field.name).map { [$0] } ?? [] : typed.form.all(field.name)
        }
        switch field.name {
        case RecordField.gist.name where !view.gist.isEmpty: return [view.gist]
        case RecordField.priority.name: return view.priority.map { [$0.rawValue] } ?? []
        default: return []
        }
    }

    /// Nothing was saved: both versions, and three ways on. The one that is chosen beforehand keeps both.
    private func conflict(
        _ verb: Verb, _ visit: Visit, _ thread: RecordID, _ form: FormBody
    ) async throws -> Response {
        let view = try await OpenCase(desk).perform(session: visit.session, thread: thread)
        let seen = form.first("version").flatMap { Int($0) } ?? -1
        var model = PageModel(title: speech.text("desk.title", ["topic": thread.handle]))
        let timeline = Timeline(view: view, speech: speech)
        model["saved"] = view.steps(after: seen).map(timeline.entry)
        model["yours"] = Editor.of(verb, view.kind).fields.map { field in
            Timeline.Line(
                label: speech.text("desk-field.\(field.name).label"),
                text: InertText.shown(form.all(field.name).joined(separator: ", ")))
        }.filter { !$0.text.isEmpty }
        model["kept"] = form.fields.filter { !["csrf", "version", "resolve", "at"].contains($0.name) }
            .map { HiddenField(name: $0.name, value: $0.value) }
        model["version"] = "\(view.version)"
        model["at"] = "/report/\(thread.hex)/\(verb.slug)"
        model["action"] = "/report/\(thread.hex)/\(verb.slug)"
        model["holdsText"] = true
        ReportHead(view: view, speech: speech, now: desk.clock.now()).fill(&model)
        return try await pages.page("conflict", model, for: visit, status: .conflict).response
    }
}

/// A field that a form carries unseen.
struct HiddenField: Sendable {
    let name: String
    let value: String
}

extension Response {
    static func seeOther(_ path: String) -> Response { Response(status: .seeOther, headers: [.location: path]) }
}
