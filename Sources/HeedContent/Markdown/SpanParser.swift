/// Reads the words of one block: text, strong, links, promises, places. CommonMark's rules for what is there; whatever
/// else they would read as markup is a fault, so that nothing is shown that its writer did not mean.
struct SpanParser {
    private enum End { case block, strong, bracket }

    private let file: String
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var line: Int
    private(set) var marks: PageMarks
    private var isInLink = false

    private init(_ text: String, file: String, line: Int, marks: PageMarks) {
        self.file = file
        scalars = Array(text.unicodeScalars)
        self.line = line
        self.marks = marks
    }

    /// - Parameter text: the block's lines, with line feeds between them.
    static func parse(
        _ text: String, file: String, line: Int, marks: inout PageMarks
    ) throws(ContentFault) -> [Span] {
        var parser = SpanParser(text, file: file, line: line, marks: marks)
        let spans = try parser.spans(until: .block)
        marks = parser.marks
        return spans
    }

    private mutating func spans(until end: End) throws(ContentFault) -> [Span] {
        var spans: [Span] = []
        var text = ""
        func keep() {
            if !text.isEmpty { spans.append(.text(text)) }
            text = ""
        }
        let opened = line
        while let scalar = peek() {
            switch scalar {
            case "\\":
                position += 1
                guard let next = peek(), Self.isPunctuation(next) else { throw fault(.escape) }
                text.unicodeScalars.append(next)
                position += 1
            case "*":
                guard peek(1) == "*" else { throw fault(.emphasis, "*") }
                if end == .strong {
                    guard position > 0, !Self.isSpace(scalars[position - 1]) else { throw fault(.emphasis, "**") }
                    position += 2
                    keep()
                    return spans
                }
                guard let next = peek(2), !Self.isSpace(next), next != "*" else { throw fault(.emphasis, "**") }
                position += 2
                keep()
                spans.append(.strong(try self.spans(until: .strong)))
            case "_": throw fault(.emphasis, "_")
            case "`": throw fault(.code)
            case "<": throw fault(.html)
            case "&" where isEntity(): throw fault(.entity)
            case "!" where peek(1) == "[": throw fault(.image)
            case "[":
                keep()
                spans.append(try bracket())
            case "]":
                guard end == .bracket else { throw fault(.bracket) }
                position += 1
                keep()
                return spans
            case "{":
                keep()
                let name = try braced()
                guard Self.isPlaceName(name) else { throw fault(.place, "{\(name)}") }
                marks.places.append(.init(name: name, line: line))
                spans.append(.place(name))
            case "}": throw fault(.place, "}")
            case "\n":
                guard text.last != " " else { throw fault(.lineBreak) }
                text += " "
                line += 1
                position += 1
            default:
                text.unicodeScalars.append(scalar)
                position += 1
            }
        }
        guard end == .block else { throw ContentFault(file, opened, .unclosed, end == .strong ? "**" : "[") }
        keep()
        return spans
    }

    /// `[words](address)` or `[sentence]{promise}`.
    private mutating func bracket() throws(ContentFault) -> Span {
        position += 1
        let wasInLink = isInLink
        // Known only at the end: a link inside brackets is read first, then judged.
        let links = marks.links.count
        let words = try spans(until: .bracket)
        switch peek() {
        case "(":
            guard !wasInLink, marks.links.count == links, !words.isEmpty else { throw fault(.bracket) }
            let address = try enclosed(in: ")")
            guard Self.isDestination(address) else { throw fault(.destination, address) }
            marks.links.append(.init(name: address, line: line))
            return .link(words, to: address)
        case "{":
            let id = try braced()
            guard Self.isID(id), !words.isEmpty else { throw fault(.bracket, id) }
            guard !marks.promises.contains(where: { $0.name == id }) else { throw fault(.twice, id) }
            marks.promises.append(.init(name: id, line: line))
            return .promise(id: id, words)
        default:
            throw fault(.bracket)
        }
    }

    private mutating func braced() throws(ContentFault) -> String { try enclosed(in: "}") }

    private mutating func enclosed(in close: Unicode.Scalar) throws(ContentFault) -> String {
        position += 1
        var text = ""
        while let scalar = peek(), scalar != "\n" {
            position += 1
            if scalar == close { return text }
            text.unicodeScalars.append(scalar)
        }
        throw fault(.unclosed, text)
    }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        position + ahead < scalars.count ? scalars[position + ahead] : nil
    }

    private func fault(_ reason: ContentFault.Reason, _ detail: String = "") -> ContentFault {
        ContentFault(file, line, reason, detail)
    }

    private func isEntity() -> Bool {
        var index = position + 1
        while index < scalars.count, Self.isLetterOrDigit(scalars[index]) || scalars[index] == "#" { index += 1 }
        return index > position + 1 && index < scalars.count && scalars[index] == ";"
    }
}
