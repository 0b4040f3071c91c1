/// What a notice says in one language.
/// Plain text. Blank lines in `text` and `act` part paragraphs; nothing else has a meaning.
package struct NoticeWords: Sendable, Equatable, Hashable, Codable {
    /// One line.
    package let title: String
    package let text: String
    /// What to do now: of an incident alone, empty otherwise.
    package let act: String

    /// Takes out what no page may hold: controls, and the white space around.
    package init(title: String, text: String, act: String = "") {
        self.title = Self.clean(title).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.text = Self.clean(text)
        self.act = Self.clean(act)
    }

    package var isEmpty: Bool { title.isEmpty && text.isEmpty && act.isEmpty }

    /// Bytes of UTF-8. With these, three notices of the longest words fill less than one step of a page's padding.
    package static let titleLimit = 240
    package static let textLimit = 1_500

    private static func clean(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where scalar == "\n" || scalar.properties.generalCategory != .control {
            kept.append(scalar)
        }
        var trimmed = String(kept).drop(while: \.isWhitespace)
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        return String(trimmed)
    }
}
