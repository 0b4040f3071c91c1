import HTTPTypes
import HeedCore
import HeedIntake
import HeedWeb
import Hummingbird

/// The two routes of one kind's report journey. `Turn` decides; here it is carried out and answered with a page.
struct Reporting: Sendable {
    let kind: ReportKind
    let pages: Pages
    let door: IntakeDoor
    let seal: FormSeal
    let clock: Clock
    let quickSeconds: Seconds
    private let budget = FormBudget()
    private let stencils = Stencils()

    init(
        _ kind: ReportKind, pages: Pages, door: IntakeDoor, seal: FormSeal, clock: Clock, quickSeconds: Seconds
    ) {
        self.kind = kind
        self.pages = pages
        self.door = door
        self.seal = seal
        self.clock = clock
        self.quickSeconds = quickSeconds
    }

    func add(to router: SiteRouter, _ speech: Speech) {
        let path = RouterPath(speech.base + route.rawValue)
        router.get(path) { request, _ in try await start(request, speech).response }
        router.post(path) { request, _ in try await turn(request, speech).response }
    }

    private var route: Route { Route(kind) }

    /// The first page, or word that no report can be taken: before anybody types.
    private func start(_ request: Request, _ speech: Speech) async throws -> HTMLPage {
        guard await door.gate(kind) == nil else { return try closed(speech) }
        var state = JourneyState.fresh(kind, at: clock.now(), in: speech.code)
        if let sign = request.uri.queryParameters["s"] {
            // A sign of the guidance page, ticked in advance.
            state.answers.take(from: .kind) { $0 == "sign" ? [String(sign)] : [] }
        }
        return try shown(state)
    }

    private func turn(_ request: Request, _ speech: Speech) async throws -> HTMLPage {
        let form = try await request.form(budget: budget)
        let now = clock.now()
        let opened = OpenedState(seal.open(state: form.first("state"), token: form.first("token")), now: now)
        let turn = Turn(opened, form, languages: pages.codes, of: kind, in: speech.code, now: now)
        switch turn.effect {
        case .send: return try await send(turn.state, now)
        case .finish: return try finished(turn.state)
        case .show: break
        }
        // Nobody is let start to type what could not be taken; whoever has typed goes on, and nothing is lost.
        if turn.state.step == .words, turn.state.answers.textBytes == 0, await door.gate(kind) != nil {
            return try closed(pages.speech(turn.state.language))
        }
        return try shown(turn.state, turn.problems, turn.notices)
    }

    private func send(_ state: JourneyState, _ now: Instant) async throws -> HTMLPage {
        let report = OutgoingReport(
            code: state.code, thread: state.thread, answers: state.answers, inDanger: state.inDanger,
            language: state.language,
            signals: Honeypot.signals(
                trap: state.isTrapped ? "filled" : "", issued: state.isRenewed ? nil : state.issued, returned: now,
                quickest: quickSeconds))
        do {
            var sent = state
            sent.receipt = try await door.submit(report)
            sent.answers = Answers(kind)
            sent.step = .sent
            return try shown(sent)
        } catch Refusal.notValid(let problems) {
            var mending = state
            mending.step = problems.first.flatMap { state.answers.form.question($0.field)?.step } ?? .check
            mending.isChanging = mending.step != .check
            return try shown(mending, problems)
        } catch let refusal as Refusal {
            return try unsent(state, isKnown: true, refusal == .tooMany ? 30 : 120)
        } catch {
            return try unsent(state, isKnown: false, 30)
        }
    }
}

extension Reporting {
    private func shown(
        _ state: JourneyState, _ problems: [FieldProblem] = [], _ notices: [String] = []
    ) throws -> HTMLPage {
        let speech = pages.speech(state.language)
        let step = state.receipt == nil ? state.step : .sent
        let questions = QuestionPage(state: state, problems: problems)
        let sealed = try seal.seal(state.bytes(omitting: step))
        let status: HTTPResponse.Status = problems.isEmpty ? .ok : .unprocessableContent
        let length = PageSize.length(of: step)
        let isPlain = problems.isEmpty && notices.isEmpty
        var model: PageModel {
            var model = PageModel(title: speech.title(topic(of: step, state), isProblem: !problems.isEmpty))
            model.note(questions.views(speech), notices.map { speech.text($0) })
            return model
        }
        if let page = gapped(state, isPlain: isPlain) {
            return try pages.page(
                page, carrying: sealed, from: stencils, isKept: isPlain, speech, status: status, length: length
            ) {
                var gaps = model
                page.fill(&gaps, speech)
                gaps.carryGaps(to: route.rawValue, speech)
                return gaps
            }
        }
        var filled = model
        if template(of: step) == QuestionPage.template { questions.fill(&filled, speech) }
        filled.carry(sealed, to: route.rawValue, speech)
        return try pages.page(template(of: step), filled, speech, status: status, length: length)
    }

    /// The page as one that is drawn once; nil where answers or problems stand in its fields.
    private func gapped(_ state: JourneyState, isPlain: Bool) -> (any GappedPage)? {
        if let receipt = state.receipt { return SentPage(state: state, receipt: receipt) }
        if state.step == .check { return CheckPage(state: state) }
        return isPlain ? BlankPage(state, template: template(of: state.step)) : nil
    }

    private func topic(of step: JourneyStep, _ state: JourneyState) -> String {
        switch step {
        case .check: "check.topic"
        case .sent: "sent.topic"
        default: state.answers.form.key(step, "topic")
        }
    }

    private func template(of step: JourneyStep) -> String {
        switch step {
        case .start: "report/start"
        case .danger: "report/danger"
        default: QuestionPage.template
        }
    }

    /// Not stored, or not known to be: the words stay on the page, and trying again counts once.
    private func unsent(_ state: JourneyState, isKnown: Bool, _ retrySeconds: Int) throws -> HTMLPage {
        let speech = pages.speech(state.language)
        let words = isKnown ? "failure.unsent." : "failure.unsent.unsure-"
        var model = PageModel(title: speech.title("failure.unsent.topic", isProblem: true))
        model["heading"] = speech.text(words + "heading")
        model["body"] = speech.text(words + "body")
        model["narrative"] = state.answers.text("narrative")
        model.carry(try seal.seal(state.bytes()), to: route.rawValue, speech)
        return try pages.page(
            "report/unsent", model, speech, status: .serviceUnavailable, headers: [.retryAfter: "\(retrySeconds)"])
    }

    private func closed(_ speech: Speech) throws -> HTMLPage {
        let model = PageModel(
            title: speech.title("failure.closed.topic"), links: pages.links(to: route.rawValue, speech))
        return try pages.page("report/closed", model, speech, status: .serviceUnavailable)
    }

    private func finished(_ state: JourneyState) throws -> HTMLPage {
        try pages.finished(in: pages.speech(state.language))
    }
}

extension Pages {
    /// The last page: no code on it, and the browser is asked to drop its copies of the others.
    func finished(in speech: Speech) throws -> HTMLPage {
        let model = PageModel(
            title: speech.title("sent.finished.topic"), links: links(to: Route.home.rawValue, speech))
        return try page("report/finished", model, speech, headers: [Leaving.clearing.name: Leaving.clearing.value])
    }
}
