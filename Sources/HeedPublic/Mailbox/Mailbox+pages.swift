import HTTPTypes
import HeedCore
import HeedWeb

extension Mailbox {
    /// The page that asks for the code. Words typed for a message whose page was lost come along.
    func ask(
        _ state: MailboxState, _ form: FormBody = FormBody(), problem: String? = nil, notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> HTMLPage {
        let speech = pages.speech(state.language)
        var asking = state
        asking.page = .code
        asking.code = nil
        var model = PageModel(title: speech.title("return.topic", isProblem: problem != nil))
        let words = problem.map { speech.text($0) }
        model.note(
            words.map { [ProblemView(field: "code", text: $0)] } ?? [], notice.map { [speech.text($0)] } ?? [])
        model["value"] = form.first("code") ?? ""
        model["hasProblem"] = problem != nil
        model["problem"] = words ?? ""
        model["describedBy"] = problem == nil ? "code-hint" : "code-hint code-problem"
        let message = form.text("message") ?? ""
        model["hasMessage"] = !message.isEmpty
        model["message"] = message
        model.carry(try seal.seal(asking.bytes), to: Route.mailbox.rawValue, speech)
        let status = problem != nil ? .unprocessableContent : status
        return try pages.page("return/code", model, speech, status: status)
    }

    /// Unknown, erased, mistyped in a way the check symbol missed: the same bytes.
    func nothing(_ speech: Speech) throws -> HTMLPage {
        let model = PageModel(
            title: speech.title("return.topic"), links: pages.links(to: Route.mailbox.rawValue, speech))
        return try pages.page("return/nothing", model, speech)
    }

    func shown(
        _ state: MailboxState, _ view: MailboxView, _ form: FormBody, problem: String? = nil, notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> HTMLPage {
        let speech = pages.speech(state.language)
        let text = form.text("message") ?? ""
        let words = problem.map { key in
            let over = AnswerCheck.pagesOver(bytes: text.utf8.count, limit: Form.textLimit)
            return speech.text(key, key == "problem.too-long" ? ["pages": "\(over)"] : [:])
        }
        var model = PageModel(title: speech.title("return.messages.topic", isProblem: problem != nil))
        model.note(
            words.map { [ProblemView(field: "message", text: $0)] } ?? [], notice.map { [speech.text($0)] } ?? [])
        let progress = Progress(view)
        model["states"] = Progress.allCases.filter { $0 != .question || progress == .question }.map {
            StateView(text: speech.text("return.messages.\($0.rawValue)"), isNow: $0 == progress)
        }
        model["meaning"] = speech.text("return.messages.\(progress.rawValue)-is")
        model["hasQuestions"] = view.isAsked
        model["questions"] =
            view.questions.map { AskedView($0, in: view.language, speech) }
            + (view.words.map { [AskedView(words: $0)] } ?? [])
        model["items"] = view.items.map { ItemView($0, speech) }
        model["value"] = text
        model["hasProblem"] = problem != nil
        model["problem"] = words ?? ""
        model["describedBy"] = problem == nil ? "message-hint" : "message-hint message-problem"
        var showing = state
        showing.round = view.isAsked ? view.round : nil
        model.carry(try seal.seal(showing.bytes), to: Route.mailbox.rawValue, speech)
        return try pages.page("return/messages", model, speech, status: status)
    }

    func added(_ state: MailboxState) throws -> HTMLPage {
        let speech = pages.speech(state.language)
        var model = PageModel(title: speech.title("return.added.topic"))
        model.carry(try seal.seal(state.bytes), to: Route.mailbox.rawValue, speech)
        return try pages.page("return/added", model, speech)
    }
}

/// How far a thread has come, as its reporter may know it.
private enum Progress: String, CaseIterable {
    case received, considered, question

    init(_ view: MailboxView) {
        if view.isAsked, !view.isAnswered {
            self = .question
        } else {
            self = !view.items.isEmpty && view.items.allSatisfy(\.isConsidered) ? .considered : .received
        }
    }
}

private struct StateView {
    let text: String
    let isNow: Bool
}

/// An approved question in the language of the page; one that the catalogue does not know, as it was asked.
private struct AskedView {
    let text: String
    let language: String

    init(_ question: String, in asked: String?, _ speech: Speech) {
        let key = "ask." + question
        let isKnown = speech.has(key)
        text = isKnown ? speech.text(key) : question
        language = isKnown ? speech.code : asked ?? speech.code
    }

    /// What an officer wrote: as it stands, in English, and with nothing in it that hides or turns round.
    init(words: String) {
        text = InertText.shown(words)
        language = Message.language
    }
}

private struct ItemView {
    let label: String
    let text: String

    init(_ item: MailboxView.Item, _ speech: Speech) {
        label =
            item.number == 0
            ? speech.text("return.messages.item")
            : speech.text("return.messages.item-more", ["number": "\(item.number)"])
        let status = speech.text(item.isConsidered ? "return.messages.considered" : "return.messages.received")
        let due = item.due.map { " – " + speech.text("return.messages.due", ["date": speech.date($0)]) } ?? ""
        text = status + due
    }
}
