import HTTPTypes
import HeedCore
import HeedWeb
import Hummingbird

/// "Tell us what you think of this site": one box and one choice. Not a report, and the page says so first.
///
/// POST only after the first page. Whatever goes wrong (an empty box, an expired form, a full or closed box) the page comes
/// back with what was typed, and says that nothing was stored.
struct FeedbackPage: Sendable {
    let pages: Pages
    let door: FeedbackDoor
    let seal: FormSeal
    let clock: Clock
    private let budget = FormBudget(bytes: 8 << 20)

    static let fields = (words: "words", found: "found")

    init(pages: Pages, door: FeedbackDoor, seal: FormSeal, clock: Clock) {
        self.pages = pages
        self.door = door
        self.seal = seal
        self.clock = clock
    }

    func add(to router: SiteRouter, _ speech: Speech) {
        let path = RouterPath(speech.base + Route.feedback.rawValue)
        router.get(path) { _, _ in try await start(speech).response }
        router.post(path) { request, _ in try await turn(request, speech).response }
    }

    /// The empty form, or word that nothing can be taken: before anybody types.
    private func start(_ speech: Speech) async throws -> HTMLPage {
        if let refusal = await door.gate() { return try closed(refusal, speech) }
        return try shown(FeedbackState(issued: clock.now(), language: speech.code), typed: .nothing)
    }

    private func turn(_ request: Request, _ speech: Speech) async throws -> HTMLPage {
        let form = try await request.form(budget: budget)
        let typed = Typed(form)
        let now = clock.now()
        let sealed = seal.open(state: form.first("state"), token: form.first("token"))
        guard var state = FeedbackState(sealed, now: now) else {
            return try shown(
                FeedbackState(issued: now, language: speech.code), typed: typed, notices: ["return.stale"])
        }
        if let wanted = form.first("lang"), pages.codes.contains(wanted) {
            state.language = wanted
            return try shown(state, typed: typed)
        }
        return try await send(Feedback(words: typed.words, found: typed.found, language: state.language), state, typed)
    }

    private func send(_ feedback: Feedback, _ state: FeedbackState, _ typed: Typed) async throws -> HTMLPage {
        let problems = feedback.problems
        guard problems.isEmpty else { return try shown(state, typed: typed, problems: problems) }
        do {
            try await door.send(feedback, state.form)
            return try sent(pages.speech(state.language))
        } catch let refusal as Refusal {
            return try shown(state, typed: typed, notices: [Self.words(of: refusal)], status: .serviceUnavailable)
        } catch {
            return try shown(state, typed: typed, notices: ["feedback.unsure"], status: .serviceUnavailable)
        }
    }

    /// What a refusal says on the page that keeps the words. None of them stored anything.
    private static func words(of refusal: Refusal) -> String {
        switch refusal {
        case .notNow: "feedback.full-kept"
        case .tooMany: "feedback.busy"
        default: "feedback.closed-kept"
        }
    }

    static let spoken =
        [
            "feedback.topic", "feedback.empty", "feedback.too-long", "feedback.unsure", "feedback.full-kept",
            "feedback.busy",
            "feedback.closed-kept", "feedback.full", "feedback.closed", "feedback.link",
        ] + Feedback.Found.allCases.map { "feedback.found-\($0.rawValue)" }
}

extension FeedbackPage {
    /// What stands in the visible fields.
    private struct Typed {
        let words: String
        let found: Feedback.Found?

        static let nothing = Typed(FormBody())

        init(_ form: FormBody) {
            words = form.text(FeedbackPage.fields.words) ?? ""
            found = form.first(FeedbackPage.fields.found).flatMap(Feedback.Found.init)
        }
    }

    private struct OptionView {
        let id: String
        let value: String
        let label: String
        let isChosen: Bool
    }

    private func shown(
        _ state: FeedbackState, typed: Typed, problems: [FieldProblem] = [], notices: [String] = [],
        status: HTTPResponse.Status = .ok
    ) throws -> HTMLPage {
        let speech = pages.speech(state.language)
        var model = PageModel(title: speech.title("feedback.topic", isProblem: !problems.isEmpty))
        let views = problems.map { ProblemView(field: $0.field, text: speech.text($0.key)) }
        model.note(views, notices.map { speech.text($0) })
        model["value"] = typed.words
        model["hasProblem"] = !views.isEmpty
        model["problem"] = views.first?.text ?? ""
        model["describedBy"] = views.isEmpty ? "words-hint" : "words-hint words-problem"
        model["options"] = Feedback.Found.allCases.map {
            OptionView(
                id: "found-\($0.rawValue)", value: $0.rawValue, label: speech.text("feedback.found-\($0.rawValue)"),
                isChosen: $0 == typed.found)
        }
        model.carry(try seal.seal(state.bytes), to: Route.feedback.rawValue, speech)
        return try pages.page(
            "feedback/box", model, speech, status: problems.isEmpty ? status : .unprocessableContent)
    }

    private func sent(_ speech: Speech) throws -> HTMLPage {
        let model = PageModel(
            title: speech.title("feedback.topic"), links: pages.links(to: Route.feedback.rawValue, speech))
        return try pages.page("feedback/sent", model, speech)
    }

    private func closed(_ refusal: Refusal, _ speech: Speech) throws -> HTMLPage {
        var model = PageModel(
            title: speech.title("feedback.topic"), links: pages.links(to: Route.feedback.rawValue, speech))
        let isFull = if case .notNow = refusal { true } else { false }
        model["reason"] = speech.text(isFull ? "feedback.full" : "feedback.closed")
        return try pages.page("feedback/closed", model, speech, status: .serviceUnavailable)
    }
}
