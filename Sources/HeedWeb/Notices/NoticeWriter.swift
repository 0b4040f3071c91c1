package import HeedContent
package import HeedCore

/// Writes what the force says on every page, for pages of one language. The desk's preview and the public site use this
/// one writer, so what was previewed is what is shown.
///
/// Each notice is a landmark of its own, named by its heading. Headings and dates are the site's, in the page's language.
/// Where the notice has no words in that language it stands in the first language's, marked as such: in an emergency
/// words that some cannot read are better than none. Every word is escaped.
package struct NoticeWriter: Sendable {
    private let words: Words
    private let first: Language
    private let name: String

    /// - Parameters:
    ///   - words: those of the page's language.
    ///   - first: the language that every notice has.
    ///   - name: what ids begin with, for a page with more than one of these.
    package init(_ words: Words, first: Language, name: String = "alert") {
        self.words = words
        self.first = first
        self.name = name
    }

    /// Keys of the words that are asked for, beside those of dates.
    package static let keys: Set<String> = [
        "notice.information", "notice.incident", "notice.act", "notice.period", "notice.moment",
    ]

    /// Nothing where nothing stands.
    package func write(_ notices: [Notice]) -> Markup {
        guard !notices.isEmpty else { return .none }
        let sections = notices.enumerated().map { section($1, number: $0 + 1) }
        return Markup(html: "<div class=\"alerts\">\n\(sections.joined())</div>\n")
    }

    private func section(_ notice: Notice, number: Int) -> String {
        let language = words.language
        let own = notice.words[language.code]
        guard let said = own ?? notice.words[first.code] else { return "" }
        let marks = own == nil ? " lang=\"\(first.code)\" dir=\"\(first.direction.rawValue)\"" : ""
        let kind = escaped("notice.\(notice.kind.rawValue)")
        let act =
            said.act.isEmpty
            ? "" : "<h3>\(escaped("notice.act"))</h3>\n<div\(marks)>\n\(Self.paragraphs(said.act))</div>\n"
        return """
            <section class="alert \(notice.kind.rawValue)" aria-labelledby="\(name)-\(number)">
            <h2 id="\(name)-\(number)"><span class="kind">\(kind):</span> <span\(marks)>\(Self.inert(said.title))</span></h2>
            <div\(marks)>
            \(Self.paragraphs(said.text))</div>
            \(act)<p class="when">\(HTMLEscaping.escaped(period(notice)))</p>
            </section>

            """
    }

    private func period(_ notice: Notice) -> String {
        words.text("notice.period", ["start": moment(notice.start), "end": moment(notice.end)])
    }

    private func moment(_ moment: Instant) -> String {
        let (year, month, day, clock) = LocalMoment.parts(moment)
        let date = words.text(
            "date.day", ["day": "\(day)", "month": words.text("date.\(month)"), "year": "\(year)"])
        // Isolated, so that a right-to-left line does not turn hours and minutes around.
        let time = words.language.direction == .rightToLeft ? "\u{2066}\(clock)\u{2069}" : clock
        return words.text("notice.moment", ["date": date, "time": time])
    }

    private func escaped(_ key: String) -> String { HTMLEscaping.escaped(words.text(key)) }

    /// Braces too, byte by byte: where the engine of templates meets this text it finds no tag in it, whatever marks follow,
    /// and the bytes counted are the bytes shown.
    private static func inert(_ text: String) -> String {
        let bytes = HTMLEscaping.escaped(text).utf8.flatMap { $0 == UInt8(ascii: "{") ? Array("&#123;".utf8) : [$0] }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func paragraphs(_ text: String) -> String {
        text.split(separator: /\n\s*\n/).map { "<p>\(Self.inert(String($0)))</p>\n" }.joined()
    }
}
