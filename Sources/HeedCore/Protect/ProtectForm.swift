/// The questions of somebody who wants advice on keeping a place, an event or themselves safe, in the order they are asked.
/// Nobody is asked how a place is guarded: that is for the advisor's visit.
package enum ProtectForm {
    package static let wanted = ["law", "visit", "training", "event", "mail", "plans", "personal", "other"]

    package static let form = Form(
        questions: questions, longWay: [.wanted, .premises, .hearing, .reach], gist: "wanted", feature: "protect",
        ownPages: [.start, .words, .wanted, .premises, .hearing])

    private static let questions: [Question] =
        [
            Question("narrative", on: .words, .text(limit: Form.textLimit), required: true, in: "protect"),
            Question("wanted", on: .wanted, .ticks(wanted), in: "protect"),
            Question("site", on: .premises, .line(limit: Form.boxLimit), in: "protect"),
            Question("use", on: .premises, .choice(PremisesUse.allCases.map(\.rawValue), preset: nil), in: "protect"),
            Question("people", on: .premises, .line(limit: 100), in: "protect"),
            Question("event", on: .premises, .line(limit: Form.boxLimit), in: "protect"),
        ] + Form.contact
}
