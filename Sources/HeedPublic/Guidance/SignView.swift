/// One of the nine signs, as the form words it, with the way to report it ticked.
struct SignView: Sendable {
    let text: String
    /// Its everyday cause.
    let innocent: String
    let note: String
    let href: String

    static func all(_ speech: Speech) -> [SignView] {
        (1...9).map { number in
            SignView(
                text: speech.text("option.sign.\(number)"), innocent: speech.text("option.sign.\(number).hint"),
                note: speech.text("signs.note-\(number)"), href: speech.live + "/report?s=\(number)")
        }
    }
}
