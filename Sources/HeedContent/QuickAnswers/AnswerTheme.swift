package import HeedCore

/// The answers on one theme: a Markdown file with a head, then `## Question {#id}` for each.
///
/// Under a question stand `also:` (other wordings, parted by semicolons), `source:` and perhaps `until:` with a day, then
/// a blank line or none, then the answer in the Markdown of the other pages.
package struct AnswerTheme: Sendable {
    /// How faults name it.
    package let file: String
    package let name: String
    package let owner: String
    package let reviewed: CalendarDay
    /// After this day the theme tells staff that it is overdue. It is still shown.
    package let reviewBy: CalendarDay
    package let answers: [Answer]
    /// Links and places of all answers, for the site to check.
    package let marks: PageMarks

    package init(_ text: String, file: String) throws(ContentFault) {
        self.file = file
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { BlockParser.Line(number: $0.offset + 1, text: $0.element) }
        guard lines[0].text == "---", let end = lines.dropFirst().firstIndex(where: { $0.text == "---" }) else {
            throw ContentFault(file, 1, .noHead)
        }
        var head = AnswerNotes(["theme", "owner", "reviewed", "review-by"], file: file)
        for line in lines[1..<end] {
            guard try head.take(line) else { throw ContentFault(file, line.number, .headLine, String(line.text)) }
        }
        name = try head.text("theme", 1)
        owner = try head.text("owner", 1)
        reviewed = try head.day("reviewed", 1)
        reviewBy = try head.day("review-by", 1)
        guard reviewBy >= reviewed else { throw ContentFault(file, 1, .reviewOrder) }
        var parser = BlockParser(file: file)
        var answers: [Answer] = []
        var rest = lines[(end + 1)...].drop { $0.isBlank }
        while let first = rest.first {
            guard first.text.hasPrefix("## ") else { throw ContentFault(file, first.number, .answerHeading) }
            let next = rest.dropFirst().firstIndex { $0.text.hasPrefix("## ") } ?? rest.endIndex
            let answer = try Answer(first, Array(rest[rest.startIndex + 1..<next]), &parser)
            guard !answers.contains(where: { $0.id == answer.id }) else {
                throw ContentFault(file, first.number, .twice, answer.id)
            }
            answers.append(answer)
            rest = rest[next...]
        }
        self.answers = answers
        marks = parser.marks
        // An answer as a whole has a last day; its parts have none.
        if let fact = marks.facts.first { throw ContentFault(file, fact.line, .unknownFact, fact.name) }
    }

    package func isOverdue(on day: CalendarDay) -> Bool { day > reviewBy }

    /// Questions whose day is over.
    package func ended(on day: CalendarDay) -> [String] { answers.filter { !$0.isGood(on: day) }.map(\.id) }
}

extension Answer {
    fileprivate init(
        _ heading: BlockParser.Line, _ lines: [BlockParser.Line], _ parser: inout BlockParser
    ) throws(ContentFault) {
        guard heading.text.last == "}", let open = heading.text.firstRange(of: " {#") else {
            throw ContentFault(parser.file, heading.number, .answerHeading, String(heading.text))
        }
        id = String(heading.text[open.upperBound...].dropLast())
        question = String(heading.text[..<open.lowerBound].dropFirst("## ".count))
        guard SpanParser.isID(id), !question.isEmpty else {
            throw ContentFault(parser.file, heading.number, .answerHeading, String(heading.text))
        }
        var notes = AnswerNotes(["also", "source", "until"], file: parser.file)
        var rest = lines[...]
        while let line = rest.first, try notes.take(line) { rest = rest.dropFirst() }
        otherWordings = try notes.text("also", heading.number).split(separator: ";")
            .map { String($0.drop { $0 == " " }) }
        source = try notes.text("source", heading.number)
        until = notes.has("until") ? try notes.day("until", heading.number) : nil
        blocks = try parser.blocks(Array(rest))
        guard !blocks.isEmpty else { throw ContentFault(parser.file, heading.number, .noAnswer, question) }
        text = rest.map(\.text).joined(separator: "\n")
    }
}
