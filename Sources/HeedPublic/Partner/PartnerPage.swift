import HTTPTypes
import HeedCore
import HeedVault
import HeedWeb
import Hummingbird

/// Where a partner agency answers what it was asked, behind a code that it was told by telephone.
/// POST only after the first page: mail scanners open links, and looking at the address does nothing whatever stands in it.
struct PartnerPage: Sendable {
    let pages: Pages
    let door: PartnerDoor
    let seal: FormSeal
    let clock: Clock
    private let budget = FormBudget()

    init(pages: Pages, door: PartnerDoor, seal: FormSeal, clock: Clock) {
        self.pages = pages
        self.door = door
        self.seal = seal
        self.clock = clock
    }

    func add(to router: SiteRouter, _ speech: Speech) {
        let path = RouterPath(speech.base + Route.partner.rawValue)
        router.get(path) { _, _ in
            try ask(PartnerState(issued: clock.now(), language: speech.code)).response
        }
        router.post(path) { request, _ in try await turn(request, speech).response }
    }

    private func turn(_ request: Request, _ speech: Speech) async throws -> HTMLPage {
        let form = try await request.form(budget: budget)
        let now = clock.now()
        let sealed = seal.open(state: form.first("state"), token: form.first("token"))
        guard var state = PartnerState(sealed, now: now) else {
            return try ask(
                PartnerState(issued: now, language: speech.code), typed: Typed(form), notice: "return.stale")
        }
        if let wanted = form.first("lang"), pages.codes.contains(wanted) {
            state.language = wanted
            return try await again(state, form)
        }
        let move = Journey.Move(form.first("go") ?? "")
        switch (state.page, move) {
        case (.code, _): return try await opened(state, form)
        case (_, .finish?): return try pages.finished(in: pages.speech(state.language))
        case (.request, .on?): return try await checked(state, Typed(form))
        case (.check, .send?): return try await send(state)
        case (.check, .back?):
            let typed = Typed(state.answer)
            state.answer = nil
            state.page = .request
            return try await self.request(state, typed)
        case (.sent, .on?):
            state.page = .request
            return try await self.request(state, Typed(nil))
        default: return try await again(state, form)
        }
    }

    /// The same page in another language, with what was typed.
    private func again(_ state: PartnerState, _ form: FormBody) async throws -> HTMLPage {
        switch state.page {
        case .code: try ask(state, typed: Typed(form))
        case .request: try await request(state, Typed(form))
        case .check: try check(state)
        case .sent: try sent(state)
        }
    }

    private func opened(_ state: PartnerState, _ form: FormBody) async throws -> HTMLPage {
        let typed = Typed(form)
        guard !AnswerCheck.isBlank(typed.code) else {
            return try ask(state, typed: typed, problem: "problem.code.empty")
        }
        // A slip is found by the check symbol alone: the store is not asked.
        guard let code = try? PartnerCode(typed: typed.code) else {
            return try ask(state, typed: typed, problem: "problem.code.slip")
        }
        var state = state
        state.code = code
        state.page = .request
        return try await request(state, typed)
    }

    private func request(
        _ state: PartnerState, _ typed: Typed, problems: [FieldProblem] = [], notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> HTMLPage {
        guard let code = state.code else { return try ask(state, typed: typed) }
        let view: PartnerView
        do {
            view = try await door.open(code)
        } catch Refusal.notFound {
            return try nothing(pages.speech(state.language))
        } catch {
            return try ask(state, typed: typed, notice: "failure.busy.body", status: .serviceUnavailable)
        }
        return try shown(state, view, typed, problems: problems, notice: notice, status: status)
    }

    private func checked(_ state: PartnerState, _ typed: Typed) async throws -> HTMLPage {
        let problems =
            typed.answer?.problems ?? [FieldProblem(field: "kind", key: "partner.kind-empty")]
        guard problems.isEmpty, let answer = typed.answer else {
            return try await request(state, typed, problems: problems, status: .unprocessableContent)
        }
        var state = state
        state.answer = answer
        state.page = .check
        return try check(state)
    }

    private func send(_ state: PartnerState) async throws -> HTMLPage {
        guard let code = state.code, let answer = state.answer else { return try ask(state, typed: Typed(nil)) }
        var next = state
        next.answer = nil
        do {
            try await door.send(code, answer, state.language)
        } catch Refusal.notFound {
            return try nothing(pages.speech(state.language))
        } catch Refusal.notNow {
            next.page = .request
            return try await request(next, Typed(answer), notice: "partner.full", status: .conflict)
        } catch {
            return try check(
                state, notice: error is Refusal ? "return.messages.not-sent" : "return.messages.unsure",
                status: .serviceUnavailable)
        }
        next.page = .sent
        return try sent(next)
    }

    /// What stands in the visible fields.
    struct Typed {
        let code: String
        let kind: PartnerAnswer.Kind?
        let words: String

        var answer: PartnerAnswer? { kind.map { PartnerAnswer(kind: $0, words: words) } }

        init(_ form: FormBody) {
            code = form.first("code") ?? ""
            kind = form.first("kind").flatMap(PartnerAnswer.Kind.init)
            words = form.text("words") ?? ""
        }

        init(_ answer: PartnerAnswer?) {
            code = ""
            kind = answer?.kind
            words = answer?.words.value ?? ""
        }
    }
}
