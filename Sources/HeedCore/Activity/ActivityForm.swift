/// The questions about something seen or heard, in the order they are asked.
/// Nothing asks for ethnicity or religion, and only `narrative` must be answered.
package enum ActivityForm {
    /// The nine signs of the force's page, by their numbers, then "something else" and "not sure".
    package static let signs = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "other", "unsure"]

    package static let form = Form(
        questions: questions, longWay: [.kind, .place, .people, .you, .hearing, .reach], gist: "sign")

    private static let questions: [Question] =
        [
            Question("narrative", on: .words, .text(limit: Form.textLimit), required: true),
            Question("sign", on: .kind, .ticks(signs)),
            Question("worry", on: .kind, .text(limit: Form.boxLimit), mark: .opinion),
            Question("when_kind", on: .place, .choice(["now", "past", "repeats", "future", "unsure"], preset: nil)),
            Question("when", on: .place, .line(limit: Form.boxLimit)),
            Question("where", on: .place, .text(limit: Form.boxLimit)),
            Question("who", on: .people, .text(limit: Form.boxLimit)),
            Question("things", on: .people, .text(limit: Form.boxLimit)),
            Question("how", on: .you, .ticks(["saw", "told", "online", "work", "unsaid"])),
            Question(
                "relation", on: .you, .choice(["family", "friend", "neighbour", "stranger", "unsaid"], preset: nil),
                sealedTo: .contact),
            Question("under18", on: .you, .tick, sealedTo: .contact),
            Question("traced", on: .you, .choice(["yes", "no", "unsure"], preset: nil), sealedTo: .contact),
        ] + Form.contact
}
