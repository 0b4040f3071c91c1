/// The questions about a person somebody is worried about, in the order they are asked.
/// What somebody noticed is enough. No belief, faith or origin is asked for, and none is needed.
package enum PreventForm {
    /// What people notice. Being drawn into gangs, drugs, knives or guns is asked on the same page: the help differs, the
    /// worry does not.
    package static let changes = [
        "apart", "angry", "violence", "contacts", "leaving", "weapon", "gang", "used", "low", "other", "unsure",
    ]

    package static let form = Form(
        questions: questions, longWay: [.changes, .person, .support, .hearing, .reach], gist: "changes",
        feature: "prevent", ownPages: [.start, .words, .changes, .person, .support, .hearing])

    private static let questions: [Question] =
        [
            Question("narrative", on: .words, .text(limit: Form.textLimit), required: true, in: "prevent"),
            Question("changes", on: .changes, .ticks(changes), in: "prevent"),
            Question("since", on: .changes, .line(limit: Form.boxLimit), in: "prevent"),
            Question("person", on: .person, .text(limit: Form.boxLimit), in: "prevent"),
            Question("age", on: .person, .choice(["child", "adult", "unsure"], preset: nil), in: "prevent"),
            Question("needs", on: .person, .text(limit: Form.boxLimit), in: "prevent"),
            Question(
                "informed", on: .support, .ticks(["family", "school", "health", "council", "nobody"]), in: "prevent"),
            Question("aware", on: .support, .choice(["yes", "no", "unsure"], preset: nil), in: "prevent"),
            Question("help", on: .support, .text(limit: Form.boxLimit), in: "prevent"),
            Question(
                "capacity", on: .hearing,
                .choice(["family", "friend", "community", "professional", "unsaid"], preset: nil), sealedTo: .contact,
                in: "prevent"),
            Question("under18", on: .hearing, .tick, sealedTo: .contact),
        ] + Form.contact
}
