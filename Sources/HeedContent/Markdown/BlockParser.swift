/// Reads the blocks of a page: headings, paragraphs, lists, callouts, tables, facts, parts.
/// A subset of CommonMark (and of GitHub's tables): what is outside it is a fault with its line, never shown as text.
struct BlockParser {
    struct Line {
        let number: Int
        let text: Substring
        var isBlank: Bool { text.allSatisfy { $0 == " " || $0 == "\t" } }
    }

    let file: String
    var marks = PageMarks()
    private var isInFact = false

    init(file: String) { self.file = file }

    mutating func blocks(_ lines: [Line]) throws(ContentFault) -> [Block] {
        var blocks: [Block] = []
        var index = 0
        while index < lines.count {
            let line = lines[index]
            guard !line.isBlank else {
                index += 1
                continue
            }
            guard line.text.first != " ", line.text.first != "\t" else { throw fault(line, .indented) }
            switch Start(line.text) {
            case .heading:
                blocks.append(try heading(line))
                index += 1
            case .part:
                blocks.append(try part(line))
                index += 1
            case .fact:
                blocks.append(try fact(lines, &index))
            case .item:
                blocks.append(try list(lines, &index))
            case .callout:
                let end = lines[index...].firstIndex { $0.text.first != ">" } ?? lines.count
                let inner = lines[index..<end].map { Line(number: $0.number, text: Self.unquoted($0.text)) }
                blocks.append(.callout(try self.blocks(inner)))
                index = end
            case .table:
                let end = lines[index...].firstIndex { $0.text.first != "|" } ?? lines.count
                blocks.append(try table(Array(lines[index..<end])))
                index = end
            case .refused(let reason):
                throw fault(line, reason)
            case .paragraph:
                blocks.append(try paragraph(lines, &index))
            }
        }
        return blocks
    }

    func fault(_ line: Line, _ reason: ContentFault.Reason) -> ContentFault {
        ContentFault(file, line.number, reason, String(line.text.prefix(60)))
    }

    mutating func spans(_ text: String, _ line: Line) throws(ContentFault) -> [Span] {
        try SpanParser.parse(text, file: file, line: line.number, marks: &marks)
    }

    private mutating func paragraph(_ lines: [Line], _ index: inout Int) throws(ContentFault) -> Block {
        let first = lines[index]
        var texts: [Substring] = []
        while index < lines.count, !lines[index].isBlank {
            let line = lines[index]
            guard line.text.first != " ", line.text.first != "\t" else { throw fault(line, .indented) }
            if !texts.isEmpty, case .paragraph = Start(line.text) {
            } else if !texts.isEmpty {
                throw fault(line, .blankLine)
            }
            guard !line.text.hasSuffix("  ") else { throw fault(line, .lineBreak) }
            texts.append(line.text.last == " " ? line.text.dropLast() : line.text)
            index += 1
        }
        return .paragraph(try spans(texts.joined(separator: "\n"), first))
    }

    /// `## Words` or `## Words {#id}`.
    private mutating func heading(_ line: Line) throws(ContentFault) -> Block {
        let level = line.text.prefix { $0 == "#" }.count
        var words = line.text.dropFirst(level)
        guard (2...3).contains(level), words.first == " " else { throw fault(line, .heading) }
        words = words.dropFirst()
        var id: String?
        if words.last == "}", let open = words.ranges(of: " {#").last {
            let name = String(words[open.upperBound...].dropLast())
            guard SpanParser.isID(name) else { throw fault(line, .heading) }
            guard !marks.ids.contains(where: { $0.name == name }) else { throw fault(line, .twice) }
            marks.ids.append(.init(name: name, line: line.number))
            id = name
            words = words[..<open.lowerBound]
        }
        guard !words.isEmpty, words.first != " ", words.last != "#" else { throw fault(line, .heading) }
        return .heading(level: level, id: id, words: try spans(String(words), line))
    }

    /// `::name`, alone on its line.
    private mutating func part(_ line: Line) throws(ContentFault) -> Block {
        let name = String(line.text.dropFirst(2))
        guard SpanParser.isID(name) else { throw fault(line, .part) }
        marks.parts.append(.init(name: name, line: line.number))
        return .part(name)
    }

    /// `:::fact name`, blocks, `:::`. None inside another: which date would hold?
    private mutating func fact(_ lines: [Line], _ index: inout Int) throws(ContentFault) -> Block {
        let first = lines[index]
        let words = first.text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, words[0] == ":::fact", SpanParser.isID(String(words[1])), !isInFact else {
            throw fault(first, .part)
        }
        guard let end = lines[(index + 1)...].firstIndex(where: { $0.text == ":::" }) else {
            throw fault(first, .unclosed)
        }
        marks.facts.append(.init(name: String(words[1]), line: first.number))
        isInFact = true
        let inner = try blocks(Array(lines[(index + 1)..<end]))
        isInFact = false
        index = end + 1
        return .fact(String(words[1]), inner)
    }

    private static func unquoted(_ text: Substring) -> Substring {
        let rest = text.dropFirst()
        return rest.first == " " ? rest.dropFirst() : rest
    }
}
