/// The questions about something seen or heard, in the order they are asked.
/// Nothing asks for ethnicity or religion, and only `narrative` must be answered.
package enum ActivityForm {
    /// The most a box other than the account itself holds, in bytes of UTF-8.
    package static let boxLimit = 16 << 10
    /// The most all words of a report may be together, in bytes of UTF-8.
    package static let textLimit = 256 << 10

    /// The nine signs of the force's page, by their numbers, then "something else" and "not sure".
    package static let signs = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "other", "unsure"]

    package static let questions: [Question] = [
        Question("narrative", on: .words, .text(limit: textLimit), required: true),
        Question("sign", on: .kind, .ticks(signs)),
        Question("worry", on: .kind, .text(limit: boxLimit), mark: .opinion),
        Question("when_kind", on: .place, .choice(["now", "past", "repeats", "future", "unsure"], preset: nil)),
        Question("when", on: .place, .line(limit: boxLimit)),
        Question("where", on: .place, .text(limit: boxLimit)),
        Question("who", on: .people, .text(limit: boxLimit)),
        Question("things", on: .people, .text(limit: boxLimit)),
        Question("how", on: .you, .ticks(["saw", "told", "online", "work", "unsaid"])),
        Question(
            "relation", on: .you, .choice(["family", "friend", "neighbour", "stranger", "unsaid"], preset: nil),
            sealedTo: .contact),
        Question("under18", on: .you, .tick, sealedTo: .contact),
        Question("traced", on: .you, .choice(["yes", "no", "unsure"], preset: nil), sealedTo: .contact),
        Question("contact", on: .hearing, .choice(["none", "code", "details"], preset: "code")),
        // Together within a contact object, which has one size whatever it holds.
        Question("reach_name", on: .reach, .line(limit: 300), sealedTo: .contact),
        Question("reach", on: .reach, .line(limit: 600), sealedTo: .contact),
        Question("reach_safe", on: .reach, .text(limit: 1_500), sealedTo: .contact),
    ]

    package static func questions(on step: JourneyStep) -> [Question] { questions.filter { $0.step == step } }
    package static func question(_ name: String) -> Question? { questions.first { $0.name == name } }
}
