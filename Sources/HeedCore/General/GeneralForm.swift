/// A general question: what is asked, and how to hear the answer.
package enum GeneralForm {
    package static let form = Form(
        questions: [
            Question("narrative", on: .words, .text(limit: Form.textLimit), required: true, in: "general")
        ] + Form.contact,
        longWay: [.hearing, .reach], gist: "", feature: "general", ownPages: [.start, .words, .hearing])
}
