/// Why a page of content cannot be shown: the file, the line, and what to mend.
package struct ContentFault: Error, Equatable, CustomStringConvertible {
    package enum Reason: String, Sendable {
        case notReadable = "cannot be read as UTF-8 text"
        case badName = "is no page: folders are languages, files are lower-case-words.md"
        case noHead = "must begin with a head between two lines of ---"
        case headLine = "is no 'name: value' of a page's head"
        case headMissing = "the head lacks"
        case headTwice = "the head says twice"
        case notADay = "is no day written 2026-11-28"
        case reviewOrder = "review-by is before reviewed"
        case heading = "headings are '## words' or '### words': the title is in the head"
        case indented = "only what belongs to a list item is indented"
        case blankLine = "needs a blank line before it"
        case lazyLine = "goes on from a list item: indent it, or put a blank line before it"
        case bullet = "lists are '- words' or '1. words'"
        case rule = "no rules or underlined headings"
        case code = "no code"
        case html = "no HTML: write \\< for the sign itself"
        case entity = "no entities: write the character itself"
        case image = "no pictures"
        case emphasis = "only **strong** is there: write \\* or \\_ for the sign itself"
        case escape = "a backslash stands only before the sign that it protects"
        case lineBreak = "no line breaks inside a paragraph"
        case bracket = "brackets are [words](address) or [sentence]{promise}: write \\[ for the sign itself"
        case destination = "is no address that a link may have"
        case place = "is no {place}"
        case unclosed = "is not closed"
        case table = "every row of a table has as many cells as its head, and |---| is its second line"
        case part = "is no ::part or :::fact of a page"
        case unknownPlace = "no such place in the settings"
        case unknownLink = "leads to no page or heading of this site"
        case unknownPart = "no such part"
        case unknownFact = "the head names no such fact"
        case unusedFact = "no block shows this fact"
        case twice = "is there twice"
        case answerHeading = "questions are '## Question {#id}', and nothing stands before the first"
        case noAnswer = "has no answer"
        case reserved = "is an address of the site's own"
    }

    package let file: String
    /// Nil where the fault is the whole file's.
    package let line: Int?
    package let reason: Reason
    package let detail: String

    package init(_ file: String, _ line: Int?, _ reason: Reason, _ detail: String = "") {
        self.file = file
        self.line = line
        self.reason = reason
        self.detail = detail
    }

    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return detail.isEmpty ? "\(place): \(reason.rawValue)" : "\(place): '\(detail)': \(reason.rawValue)"
    }
}
