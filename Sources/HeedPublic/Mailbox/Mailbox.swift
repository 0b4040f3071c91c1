import HTTPTypes
import HeedCore
import HeedIntake
import HeedVault
import HeedWeb
import Hummingbird

/// Coming back with a code: officers' questions, and adding more.
/// POST only after the first page: a code is never in an address.
struct Mailbox: Sendable {
    let pages: Pages
    let door: IntakeDoor
    let seal: FormSeal
    let clock: Clock
    let quickSeconds: Seconds
    private let budget = FormBudget()

    init(pages: Pages, door: IntakeDoor, seal: FormSeal, clock: Clock, quickSeconds: Seconds) {
        self.pages = pages
        self.door = door
        self.seal = seal
        self.clock = clock
        self.quickSeconds = quickSeconds
    }

    func add(to router: SiteRouter, _ speech: Speech) {
        let path = RouterPath(speech.base + Route.mailbox.rawValue)
        router.get(path) { _, _ in
            try ask(MailboxState(issued: clock.now(), language: speech.code)).response
        }
        router.post(path) { request, _ in try await turn(request, speech).response }
    }

    private func turn(_ request: Request, _ speech: Speech) async throws -> HTMLPage {
        let form = try await request.form(budget: budget)
        let now = clock.now()
        let sealed = seal.open(state: form.first("state"), token: form.first("token"))
        guard var state = MailboxState(sealed, now: now) else {
            var fresh = MailboxState(issued: now, language: speech.code)
            fresh.isRenewed = true
            return try ask(fresh, form, notice: "return.stale")
        }
        if !AnswerCheck.isBlank(form.first("extra") ?? "") { state.isTrapped = true }
        if let wanted = form.first("lang"), pages.codes.contains(wanted) {
            state.language = wanted
            return try await again(state, form)
        }
        switch (state.page, Journey.Move(form.first("go") ?? "")) {
        case (.code, _): return try await opened(state, form)
        case (_, .finish?): return try pages.finished(in: pages.speech(state.language))
        case (.messages, .send?): return try await add(state, form, now)
        default:
            state.page = .messages
            return try await again(state, form)
        }
    }

    /// The same page in another language, with what was typed.
    private func again(_ state: MailboxState, _ form: FormBody) async throws -> HTMLPage {
        switch state.page {
        case .code: try ask(state, form)
        case .messages: try await messages(state, form)
        case .added: try added(state)
        }
    }

    private func opened(_ state: MailboxState, _ form: FormBody) async throws -> HTMLPage {
        let typed = form.first("code") ?? ""
        guard !AnswerCheck.isBlank(typed) else { return try ask(state, form, problem: "problem.code.empty") }
        // A slip is found by the check symbol alone: the store is not asked.
        guard let code = try? ReporterCode(typed: typed) else {
            return try ask(state, form, problem: "problem.code.slip")
        }
        var state = state
        state.code = code
        state.page = .messages
        return try await messages(state, form)
    }

    private func messages(
        _ state: MailboxState, _ form: FormBody, problem: String? = nil, notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> HTMLPage {
        guard let code = state.code else { return try ask(state, form) }
        let view: MailboxView
        do {
            view = try await door.mailbox(code)
        } catch Refusal.notFound {
            return try nothing(pages.speech(state.language))
        } catch {
            var asking = state
            asking.page = .code
            return try ask(asking, form, notice: "failure.busy.body", status: .serviceUnavailable)
        }
        return try shown(state, view, form, problem: problem, notice: notice, status: status)
    }

    private func add(_ state: MailboxState, _ form: FormBody, _ now: Instant) async throws -> HTMLPage {
        guard let code = state.code else { return try ask(state, form) }
        let text = form.text("message") ?? ""
        guard !AnswerCheck.isBlank(text) else {
            return try await messages(
                state, form, problem: "problem.message.empty", status: .unprocessableContent)
        }
        guard text.utf8.count <= Form.textLimit else {
            return try await messages(state, form, problem: "problem.too-long", status: .unprocessableContent)
        }
        let signals = Honeypot.signals(
            trap: state.isTrapped ? "filled" : "", issued: state.isRenewed ? nil : state.issued, returned: now,
            quickest: quickSeconds)
        do {
            try await door.addFollowUp(
                code,
                OutgoingMessage(text: text, round: state.round, language: state.language, signals: signals))
        } catch Refusal.notFound {
            return try nothing(pages.speech(state.language))
        } catch {
            let notice = error is Refusal ? "return.messages.not-sent" : "return.messages.unsure"
            // The store may not answer questions now either: the words matter more than the status.
            let view =
                (try? await door.mailbox(code)) ?? MailboxView(items: [], questions: [], round: nil, isAnswered: false)
            return try shown(state, view, form, notice: notice, status: .serviceUnavailable)
        }
        var added = state
        added.page = .added
        return try self.added(added)
    }
}
