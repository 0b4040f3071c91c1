import HTTPTypes
import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird
import NIOCore

/// The pages that show the exact statement and take the passphrase and a fresh code for this one signature.
struct Signing: Sendable {
    let desk: Desk
    let pages: Pages
    let workstation: WorkstationCookie
    private var speech: Speech { pages.speech }

    /// What a page shows beside the statement.
    private struct Showing {
        var form = FormBody()
        var notices: [String] = []
        var hasProblem = false
        var status = HTTPResponse.Status.ok
    }

    /// The page of a step for which nothing is typed before it is signed.
    func show(_ verb: Verb, _ visit: Visit, _ thread: RecordID, _ request: Request) async throws -> Response {
        let view = try await OpenCase(desk).perform(session: visit.session, thread: thread)
        return try await page(verb, visit, view, request, Showing())
    }

    func sign(
        _ verb: Verb, _ visit: Visit, _ thread: RecordID, _ form: FormBody, _ request: Request
    ) async throws -> Response {
        guard let token = form.first("statement"), let passphrase = form.first("passphrase") else {
            return try await prepare(verb, visit, thread, form, request)
        }
        let typed = Credentialed(form, request, workstation)
        do {
            let taken = try await SignPrepared(desk).perform(
                session: visit.session, token: token, passphrase: passphrase,
                secretCode: typed.secretCode, totp: typed.oneTimeCode)
            try await Drafts(desk).erase(session: visit.session, thread: thread, form: verb.slug)
            // Given out once, in the answer to the signature: another look takes another signature.
            if verb == .fileMade {
                let file = try await ExportOnline(desk).file(
                    session: visit.session, thread: thread, number: taken.number)
                return Response.attachment(file)
            }
            return Response.seeOther("/report/\(thread.hex)#next")
        } catch Refusal.notAllowed(.cannotUnlock) {
            return try await again(verb, visit, thread, form, request, "desk-sign.cannot-unlock", hasProblem: true)
        } catch Refusal.conflict {
            return try await again(verb, visit, thread, form, request, "desk-sign.moved")
        } catch Refusal.notNow("refusal.prepared") {
            return try await again(verb, visit, thread, form, request, "desk-sign.waited")
        } catch Refusal.tooMany {
            return try await again(verb, visit, thread, form, request, "desk-sign.busy")
        } catch Refusal.notNow(let reason) {
            return try await again(verb, visit, thread, form, request, "desk-" + reason.key)
        } catch Refusal.notAllowed(let reason) where reason != .locked && reason != .signedOut {
            return try await again(verb, visit, thread, form, request, "desk-" + reason.key, status: .forbidden)
        }
    }

    /// From what was written to the statement of it. What is missing is asked for on the writing page.
    private func prepare(
        _ verb: Verb, _ visit: Visit, _ thread: RecordID, _ form: FormBody, _ request: Request
    ) async throws -> Response {
        let view = try await OpenCase(desk).perform(session: visit.session, thread: thread)
        guard verb.manner == .writtenThenSigned else {
            return try await page(verb, visit, view, request, Showing(form: form))
        }
        let writing = Writing(desk: desk, pages: pages)
        if form.first("change") != nil {
            return try await writing.page(verb, visit, view, Writing.Typed(form: form)).response
        }
        do {
            return try await page(verb, visit, view, request, Showing(form: form))
        } catch Refusal.notValid(let problems) {
            let typed = Writing.Typed(form: form, problems: problems, status: .unprocessableContent)
            return try await writing.page(verb, visit, view, typed).response
        } catch Refusal.notNow(let reason) {
            let typed = Writing.Typed(form: form, notices: [speech.reason(reason)], status: .conflict)
            return try await writing.page(verb, visit, view, typed).response
        }
    }

    private func again(
        _ verb: Verb, _ visit: Visit, _ thread: RecordID, _ form: FormBody, _ request: Request, _ key: String,
        hasProblem: Bool = false, status: HTTPResponse.Status = .unprocessableContent
    ) async throws -> Response {
        let view = try await OpenCase(desk).perform(session: visit.session, thread: thread)
        let notice = speech.has(key) ? speech.text(key) : speech.text("desk-refusal.other")
        let typed = FormBody(
            form.fields.filter { !["statement", "passphrase", "totp", "secret_code", "csrf"].contains($0.name) })
        return try await page(
            verb, visit, view, request,
            Showing(form: typed, notices: [notice], hasProblem: hasProblem, status: status))
    }

    private func page(
        _ verb: Verb, _ visit: Visit, _ view: CaseView, _ request: Request, _ showing: Showing
    ) async throws -> Response {
        let verdict = view.verdicts[verb] ?? .notOfThisKind
        guard verdict != .notOfThisKind else { throw Refusal.notFound }
        var model = PageModel(title: speech.text("desk.title", ["topic": view.thread.handle]))
        // What came in after it was asked is on this page to read; the statement comes with the next look.
        let isChanged = verb.manner == .signed && !view.changedSinceWaiting.isEmpty
        let canSign = verdict == .allowed && !isChanged
        let prepared = canSign ? try await prepared(verb, visit, view, showing.form) : nil
        model["canSign"] = prepared != nil
        model["statement"] = prepared?.statement ?? ""
        model["statementToken"] = prepared?.token ?? ""
        model["kept"] = showing.form.fields.filter { !["csrf", "version", "at", "change"].contains($0.name) }
            .map { HiddenField(name: $0.name, value: $0.value) }
        model["version"] = "\(view.version)"
        model["action"] = "/sign-in/\(view.thread.hex)/\(verb.slug)"
        model["again"] = "/sign-in/\(view.thread.hex)/\(verb.slug)"
        model["isWritten"] = verb.manner == .writtenThenSigned
        model["isRemembered"] = workstation.read(request.headers) != nil
        model["heading"] = speech.text("desk-sign.\(verb.rawValue).title")
        model["lead"] = speech.text("desk-sign.\(verb.rawValue).lead")
        model["button"] = speech.text("desk-sign.\(verb.rawValue).button")
        model["missing"] = canSign || isChanged ? [] : NextStep(view: view, speech: speech).missing(verb, verdict)
        let words = ReportWords(view: view, speech: speech)
        model["isChanged"] = isChanged
        model["changed"] = words.items.filter { view.changedSinceWaiting.contains($0.number) }
        model["changedUnopened"] = view.changedSinceWaiting.intersection(view.facts.unopened).sorted()
            .map { TextView(speech.text("desk-sign.changed-unopened", ["n": "\($0)"])) }
        let timeline = Timeline(view: view, speech: speech)
        let asked = (view.facts.asked(by: verb)?.number).flatMap(view.step)
        model["hasWords"] = false
        if let message = prepared?.body.message ?? asked?.step.body.message {
            MarkedWords(message: message, speech: speech).fill(&model)
        }
        if verb.isMessage { DriftView(view: view, speech: speech).fill(&model) }
        model["asked"] = asked.map { [timeline.entry($0)] } ?? []
        model["content"] = prepared.map { timeline.lines(of: $0.body, verb) } ?? []
        model["relied"] = Self.relied(asked, prepared, view).map(timeline.entry)
        let refusal = verb == .authorised ? Verb.refused : verb == .messageSigned ? .messageRefused : .notRatified
        model["canRefuse"] = verb.manner == .signed && view.verdicts[refusal] == .allowed
        model["refuseAction"] = "/report/\(view.thread.hex)/\(refusal.slug)"
        model["refuseButton"] = speech.step(refusal, view.kind, "button")
        model.note(
            showing.hasProblem ? [ProblemView(field: "passphrase", text: showing.notices.joined(separator: " "))] : [],
            showing.hasProblem ? [] : showing.notices)
        ReportHead(view: view, speech: speech, now: desk.clock.now()).fill(&model)
        model["items"] = words.items
        return try await pages.page("sign", model, for: visit, status: showing.status).response
    }

    private func prepared(
        _ verb: Verb, _ visit: Visit, _ view: CaseView, _ form: FormBody
    ) async throws -> PreparedStatement {
        let step = StepForm(session: visit.session, thread: view.thread, version: view.version)
        return try await Taking(desk: desk).prepare(verb, step, form)
    }

    /// The research that the proposal names.
    private static func relied(_ asked: OpenedStep?, _ prepared: PreparedStatement?, _ view: CaseView) -> [OpenedStep] {
        for body in [asked?.step.body, prepared?.body] {
            if case .proposal(let proposal)? = body { return proposal.research.compactMap(view.step) }
        }
        return []
    }
}

extension Response {
    /// A file to keep, of no type that a browser would show.
    static func attachment(_ file: UnitFileBytes) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "application/octet-stream",
                .contentDisposition: "attachment; filename=\"\(file.name)\"",
            ], body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
}
