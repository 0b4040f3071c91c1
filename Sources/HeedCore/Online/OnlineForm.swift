/// The questions about something online, in the order they are asked.
/// An address or a few words are enough: only one of the two must be given. Nothing that is typed is ever fetched.
package enum OnlineForm {
    /// What it is, as people see it. Whether it is against the law is for officers to say.
    package static let material = [
        "praise", "attack", "making", "group", "threat", "hatred", "recruits", "other", "unsure",
    ]

    package static let form = Form(
        questions: questions, longWay: [.material, .platform, .hearing, .reach], gist: "material", feature: "online",
        ownPages: [.start, .words, .material, .platform, .hearing])

    private static let questions: [Question] =
        [
            Question("links", on: .words, .links(limit: Form.boxLimit), in: "online"),
            Question(
                "narrative", on: .words, .text(limit: Form.textLimit), required: true, unless: "links", in: "online"),
            Question("material", on: .material, .ticks(material), in: "online"),
            Question("poster", on: .material, .text(limit: Form.boxLimit), in: "online"),
            Question("seen", on: .material, .line(limit: Form.boxLimit), in: "online"),
            Question("told", on: .platform, .choice(["yes", "no", "unsure"], preset: nil), in: "online"),
            Question("reply", on: .platform, .text(limit: Form.boxLimit), in: "online"),
            Question("under18", on: .hearing, .tick, sealedTo: .contact),
        ] + Form.contact
}
