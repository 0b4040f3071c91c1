import HeedCore
import HeedWeb

/// The page that says a report is safe: the code first, then what happens next.
struct SentPage: GappedPage {
    let state: JourneyState
    let receipt: ReportReceipt

    var template: String { "report/sent" }

    var shape: String { "\(receipt.isAddition) \(receipt.lookAgain != nil) \(receipt.due != nil) \(hasReceipt)" }

    private var hasReceipt: Bool { !receipt.text.isEmpty }
    private var codeBlock: CodeBlock { CodeBlock(state.code, noteKey: "sent.code-for") }

    func fill(_ model: inout PageModel, _ speech: Speech) {
        model["heading"] = speech.text(receipt.isAddition ? "sent.heading-added" : "sent.heading")
        model["isAdded"] = receipt.isAddition
        codeBlock.fill(&model, titleKey: "sent.code", speech)
        model["hasLookAgain"] = receipt.lookAgain != nil
        model["lookAgain"] = Stencil.gap("look-again")
        model["hasDue"] = receipt.due != nil
        model["due"] = Stencil.gap("due")
        model["hasReceipt"] = hasReceipt
        model["receipt"] = Stencil.gap("receipt")
    }

    func own(_ speech: Speech, part: (String, [String]) throws -> Stencil) -> [String: Stencil.Filling] {
        var own = codeBlock.own(speech)
        own["look-again"] = receipt.lookAgain.map { .text(speech.text("sent.again", ["date": speech.date($0)])) }
        own["due"] = receipt.due.map { .text(speech.text("sent.record", ["date": speech.date($0)])) }
        own["receipt"] = .text(receipt.text)
        return own
    }
}
