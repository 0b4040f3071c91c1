package import HeedCore

/// One page of guidance in one language, read from a Markdown file with a head.
/// Every fact of the head is shown by some block, and every block that shows a fact names one of the head.
package struct GuidancePage: Sendable {
    /// The file's name without `.md`: the page's address is `/name`, after its language's prefix.
    package let name: String
    package let file: String
    package let head: PageHead
    package let blocks: [Block]
    package let marks: PageMarks

    /// - Parameter file: how faults name it.
    package init(_ text: String, name: String, file: String) throws(ContentFault) {
        self.name = name
        self.file = file
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { BlockParser.Line(number: $0.offset + 1, text: $0.element) }
        let (head, rest) = try PageHead.read(lines, file: file)
        self.head = head
        var parser = BlockParser(file: file)
        blocks = try parser.blocks(rest)
        marks = parser.marks
        if let unknown = marks.facts.first(where: { head.facts[$0.name] == nil }) {
            throw ContentFault(file, unknown.line, .unknownFact, unknown.name)
        }
        for (name, fact) in head.facts where !marks.facts.contains(where: { $0.name == name }) {
            throw ContentFault(file, fact.line, .unusedFact, name)
        }
    }

    package func isOverdue(on day: CalendarDay) -> Bool { day > head.reviewBy }

    package func isGood(_ fact: String, on day: CalendarDay) -> Bool {
        head.facts[fact].map { day <= $0.until } ?? false
    }

    /// Facts that are over, in the order of their names.
    package func ended(on day: CalendarDay) -> [String] {
        head.facts.keys.filter { !isGood($0, on: day) }.sorted()
    }
}
