import HeedContent

/// The text of a template on its way to the engine: checked, with words and asset addresses folded in.
///
/// Guarantees: every value is escaped by Heed's escaper and stands where that is enough; no tag picks a template, a
/// delimiter or an escaper; words are there in the page's language. Lines lose their indentation, so that the engine
/// never indents what a person typed inside a `textarea`, and pages are smaller.
struct TemplateText {
    let name: String
    /// What the engine parses.
    private(set) var folded = "{{% CONTENT_TYPE:\(HeedContentType.name)}}\n"
    /// Keys of the words used.
    private(set) var wordsUsed: Set<String> = []
    /// Names of the templates used, with the line that names them.
    private(set) var partials: [(name: String, line: Int)] = []
    /// Words that are not in the catalogue, with the line that asks for them.
    private(set) var unknownWords: [(key: String, line: Int)] = []

    private var place = MarkupPlace()
    private var line = 1

    init(name: String, text: String, words: Words, assets: Assets) throws(TemplateFault) {
        self.name = name
        var rest = Self.withoutIndentation(text)[...]
        while let open = rest.firstRange(of: "{{") {
            literal(rest[..<open.lowerBound])
            let content = rest[open.upperBound...]
            // The engine looks at single characters too: a triple brace has to be seen before the end is looked for.
            if content.first == "{" { throw TemplateFault(name, line: line, .unescaped) }
            guard let close = content.firstRange(of: "}}") else {
                throw TemplateFault(name, line: line, .unfinishedTag)
            }
            try tag(content[..<close.lowerBound], words, assets)
            rest = content[close.upperBound...]
        }
        literal(rest)
    }

    private mutating func literal(_ text: Substring) {
        place.follow(text)
        line += text.utf8.count(where: { $0 == 0x0A })
        folded += text
    }

    private mutating func tag(_ content: Substring, _ words: Words, _ assets: Assets) throws(TemplateFault) {
        let tag: TemplateTag
        do { tag = try TemplateTag(content) } catch { throw TemplateFault(name, line: line, error, String(content)) }
        switch tag {
        case .comment:
            line += content.utf8.count(where: { $0 == 0x0A })
            return
        case .structure:
            folded += "{{\(content)}}"
            return
        default:
            break
        }
        switch place.allowance {
        case .allowed: break
        case .unquoted: throw TemplateFault(name, line: line, .unquoted, String(content))
        case .insideScript: throw TemplateFault(name, line: line, .insideScript, String(content))
        }
        switch tag {
        case .words(let key):
            fold(key, words)
        case .asset(let asset):
            guard let path = assets.path(asset) else { throw TemplateFault(name, line: line, .unknownAsset, asset) }
            folded += HTMLEscaping.escaped(path)
        case .partial(let partial):
            partials.append((partial, line))
            folded += "{{\(content)}}"
        default:
            folded += "{{\(content)}}"
        }
    }

    private mutating func fold(_ key: String, _ words: Words) {
        guard let phrase = words.phrase(key) else {
            unknownWords.append((key, line))
            return
        }
        wordsUsed.insert(key)
        for part in phrase.parts {
            switch part {
            case .words(let text): folded += HTMLEscaping.escaped(text)
            case .place(let place): folded += "{{\(place)}}"
            }
        }
    }

    private static func withoutIndentation(_ text: String) -> String {
        text.split(separator: /\r?\n/, omittingEmptySubsequences: false)
            .map { $0.drop { $0 == " " || $0 == "\t" } }
            .joined(separator: "\n")
    }
}
