import HTTPTypes
import HeedCore
import HeedWeb

extension PartnerPage {
    /// The page that asks for the code. Words typed for an answer whose page was lost come along.
    func ask(
        _ state: PartnerState, typed: Typed = Typed(nil), problem: String? = nil, notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> HTMLPage {
        let speech = pages.speech(state.language)
        var asking = state
        asking.page = .code
        asking.code = nil
        asking.answer = nil
        var model = PageModel(title: speech.title("partner.topic", isProblem: problem != nil))
        let words = problem.map { speech.text($0) }
        model.note(
            words.map { [ProblemView(field: "code", text: $0)] } ?? [], notice.map { [speech.text($0)] } ?? [])
        model["value"] = typed.code
        model["hasProblem"] = problem != nil
        model["problem"] = words ?? ""
        model["describedBy"] = problem == nil ? "code-hint" : "code-hint code-problem"
        model["hasWords"] = !typed.words.isEmpty
        model["words"] = typed.words
        model["hasKind"] = typed.kind != nil
        model["kind"] = typed.kind?.rawValue ?? ""
        model.carry(try seal.seal(asking.bytes), to: Route.partner.rawValue, speech)
        return try pages.page("partner/code", model, speech, status: problem != nil ? .unprocessableContent : status)
    }

    /// Unknown, withdrawn, past its time, mistyped in a way the check symbol missed: the same bytes.
    func nothing(_ speech: Speech) throws -> HTMLPage {
        let model = PageModel(
            title: speech.title("partner.topic"), links: pages.links(to: Route.partner.rawValue, speech))
        return try pages.page("partner/nothing", model, speech)
    }

    func shown(
        _ state: PartnerState, _ view: PartnerView, _ typed: Typed, problems: [FieldProblem] = [],
        notice: String? = nil, status: HTTPResponse.Status = .ok
    ) throws -> HTMLPage {
        let speech = pages.speech(state.language)
        var model = PageModel(title: speech.title("partner.topic", isProblem: !problems.isEmpty))
        let over = AnswerCheck.pagesOver(bytes: typed.words.utf8.count, limit: Form.textLimit)
        let views = problems.map {
            ProblemView(
                field: $0.field,
                text: speech.text($0.key, $0.key == "problem.too-long" ? ["pages": "\(over)"] : [:]))
        }
        model.note(views, notice.map { [speech.text($0)] } ?? [])
        model["asked"] = view.words.value
        model["isAnswered"] = view.isAnswered
        model["until"] = view.lastDay.map { speech.text("partner.until", ["date": speech.date($0)]) } ?? ""
        model["options"] = PartnerAnswer.Kind.allCases.enumerated().map { index, kind in
            KindView(
                // The first has the question's own name, so that a link to the question lands on it.
                id: index == 0 ? "kind" : "kind-\(kind.rawValue)", value: kind.rawValue,
                label: speech.text("partner.kind-\(kind.rawValue)"), isChosen: kind == typed.kind)
        }
        model["value"] = typed.words
        for (name, field) in [("kind", "hasKindProblem"), ("words", "hasWordsProblem")] {
            model[field] = views.contains { $0.field == name }
            model["\(name)Problem"] = views.first { $0.field == name }?.text ?? ""
        }
        model["describedBy"] = views.contains { $0.field == "words" } ? "words-hint words-problem" : "words-hint"
        model.carry(try seal.seal(state.bytes), to: Route.partner.rawValue, speech)
        return try pages.page("partner/request", model, speech, status: status)
    }

    func check(
        _ state: PartnerState, notice: String? = nil, status: HTTPResponse.Status = .ok
    ) throws -> HTMLPage {
        let speech = pages.speech(state.language)
        var model = PageModel(title: speech.title("partner.topic"))
        model.note([], notice.map { [speech.text($0)] } ?? [])
        model["kind"] = state.answer.map { speech.text("partner.kind-\($0.kind.rawValue)") } ?? ""
        let words = state.answer?.words.value ?? ""
        model["hasWords"] = !AnswerCheck.isBlank(words)
        model["words"] = words
        model.carry(try seal.seal(state.bytes), to: Route.partner.rawValue, speech)
        return try pages.page("partner/check", model, speech, status: status)
    }

    func sent(_ state: PartnerState) throws -> HTMLPage {
        let speech = pages.speech(state.language)
        var model = PageModel(title: speech.title("partner.topic"))
        model.carry(try seal.seal(state.bytes), to: Route.partner.rawValue, speech)
        return try pages.page("partner/sent", model, speech)
    }

    static let spoken =
        PartnerAnswer.Kind.allCases.map { "partner.kind-\($0.rawValue)" } + [
            "partner.topic", "partner.until", "partner.kind-empty", "partner.words-told", "partner.words-cannot",
            "partner.full",
        ]
}

/// One of the three kinds of answer.
private struct KindView {
    let id: String
    let value: String
    let label: String
    let isChosen: Bool
}
