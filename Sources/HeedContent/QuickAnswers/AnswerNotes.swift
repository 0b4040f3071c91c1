import HeedCore

/// Lines of `name: value`: the head of a theme, and what stands under a question.
struct AnswerNotes {
    private let names: [String]
    private let file: String
    private var values: [String: (text: String, line: Int)] = [:]

    init(_ names: [String], file: String) {
        self.names = names
        self.file = file
    }

    /// - Returns: false for a line that has none of the names in front.
    mutating func take(_ line: BlockParser.Line) throws(ContentFault) -> Bool {
        guard let name = names.first(where: { line.text.hasPrefix($0 + ": ") }) else { return false }
        let value = String(line.text.dropFirst(name.utf8.count + 2))
        guard !value.isEmpty else { throw ContentFault(file, line.number, .headLine, String(line.text)) }
        guard values.updateValue((value, line.number), forKey: name) == nil else {
            throw ContentFault(file, line.number, .headTwice, name)
        }
        return true
    }

    func has(_ name: String) -> Bool { values[name] != nil }

    /// - Parameter line: the one that a fault names where nothing was given.
    func text(_ name: String, _ line: Int) throws(ContentFault) -> String {
        guard let value = values[name] else { throw ContentFault(file, line, .headMissing, name) }
        return value.text
    }

    func day(_ name: String, _ line: Int) throws(ContentFault) -> CalendarDay {
        let value = try text(name, line)
        guard let day = CalendarDay(iso: value) else {
            throw ContentFault(file, values[name]?.line, .notADay, value)
        }
        return day
    }
}
