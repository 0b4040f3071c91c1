import HeedCore

/// The page that says a report is safe: the code first, then what happens next.
struct SentPage {
    let state: JourneyState
    let receipt: ReportReceipt

    func fill(_ model: inout PageModel, _ speech: Speech) {
        model["heading"] = speech.text(receipt.isAddition ? "sent.heading-added" : "sent.heading")
        model["isAdded"] = receipt.isAddition
        CodeBlock(state.code, noteKey: "sent.code-for").fill(&model, titleKey: "sent.code", speech)
        model["hasLookAgain"] = receipt.lookAgain != nil
        model["lookAgain"] = receipt.lookAgain.map { speech.text("sent.again", ["date": speech.date($0)]) } ?? ""
        model["hasDue"] = receipt.due != nil
        model["due"] = receipt.due.map { speech.text("sent.record", ["date": speech.date($0)]) } ?? ""
        model["hasReceipt"] = !receipt.text.isEmpty
        model["receipt"] = receipt.text
    }
}
