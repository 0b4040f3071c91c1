import HeedCore
import HeedWeb

/// What a page that came back leads to. A pure function of state and form: nothing is stored or rendered here.
struct Turn: Sendable {
    var state: JourneyState
    var problems: [FieldProblem] = []
    var notices: [String] = []
    var effect = Effect.show

    enum Effect: Sendable {
        case show
        case send
        case finish
    }

    /// - Parameters:
    ///   - language: that of the page's address, for a form whose state is lost.
    ///   - kind: what the page's address takes reports of, for the same.
    init(
        _ opened: OpenedState, _ form: FormBody, languages: Set<String>, of kind: ReportKind, in language: String,
        now: Instant
    ) {
        switch opened {
        case .live(let state):
            self.state = state
            go(form, languages)
        case .stale(let state):
            self.state = state
            if state.receipt == nil {
                take(form)
                self.state = self.state.renewed(at: now)
                notices = ["journey.expired", "journey.expired-code"]
            } else if Journey.Move(form.first("go") ?? "") == .finish {
                effect = .finish
            }
        case .unreadable:
            state = .fresh(kind, at: now, in: language)
            state.isRenewed = true
            notices = ["journey.expired", "journey.expired-code", "journey.expired-lost"]
            recover(form)
        }
        state.seen.insert(state.step)
    }

    private mutating func take(_ form: FormBody) {
        let step = state.step
        let hadReach = state.answers.isAnyContactGiven
        let asked = state.answers.form
        state.answers.take(from: step) { name in
            asked.question(name)?.limit == nil ? form.all(name) : form.text(name).map { [$0] } ?? []
        }
        if hadReach, !state.answers.isAnyContactGiven, step == .hearing { notices.append("journey.wiped") }
        switch form.first("danger") {
        case "yes"? where step == .start: state.inDanger = true
        case "no"? where step == .start: state.inDanger = false
        default: break
        }
        if !AnswerCheck.isBlank(form.first("extra") ?? "") { state.isTrapped = true }
    }

    /// The visible fields say which page it was.
    private mutating func recover(_ form: FormBody) {
        let names = Set(form.fields.map(\.name))
        state.step = state.answers.form.questions.first { names.contains($0.name) }?.step ?? .start
        take(form)
    }

    private mutating func go(_ form: FormBody, _ languages: Set<String>) {
        if let wanted = form.first("lang"), languages.contains(wanted) {
            take(form)
            state.language = wanted
            return
        }
        guard state.receipt == nil else { return finish(form) }
        take(form)
        let step = state.step
        switch (Journey.Move(form.first("go") ?? "") ?? .on, step) {
        case (.send, .check):
            check(.words)
            if problems.isEmpty, state.answers.contactMode == .details { check(.reach) }
            if problems.isEmpty { effect = .send }
        case (.change(let target), .check):
            move(.change(target))
            state.isChanging = true
        case (.back, _):
            problems = AnswerCheck.problems(with: state.answers, on: step).filter { $0.key == "problem.too-long" }
            if problems.isEmpty { move(.back) }
        case (.skip, _):
            check(step)
            if problems.isEmpty { move(.skip) }
        // The check page only goes on by its own buttons: sending is never what happens for want of one.
        case (_, .check): break
        default:
            check(step)
            if problems.isEmpty { move(.on) }
        }
    }

    /// Looks at one page's answers, and stays there or goes there if something is to be mended.
    private mutating func check(_ step: JourneyStep) {
        problems = AnswerCheck.problems(with: state.answers, on: step)
        guard !problems.isEmpty, state.step != step else { return }
        state.isChanging = state.step == .check
        state.step = step
    }

    private mutating func move(_ move: Journey.Move) {
        state.step = Journey.next(
            after: state.step, move: move, answers: state.answers, inDanger: state.inDanger,
            isChanging: state.isChanging)
        if state.step == .check { state.isChanging = false }
    }

    private mutating func finish(_ form: FormBody) {
        guard Journey.Move(form.first("go") ?? "") == .finish else { return }
        guard form.first("kept") != "yes", !state.hasAsked else {
            effect = .finish
            return
        }
        state.hasAsked = true
        notices = ["sent.kept-ask"]
    }
}
