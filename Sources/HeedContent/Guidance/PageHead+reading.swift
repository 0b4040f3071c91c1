import HeedCore

extension PageHead {
    private static let names: Set = [
        "title", "topic", "owner", "source", "reviewed", "review-by", "group", "legal",
    ]

    /// Reads the head between its two lines of `---`.
    /// - Returns: the head, and the lines after it.
    static func read(
        _ lines: [BlockParser.Line], file: String
    ) throws(ContentFault) -> (head: PageHead, rest: [BlockParser.Line]) {
        guard lines.first?.text == "---", let end = lines.dropFirst().firstIndex(where: { $0.text == "---" }) else {
            throw ContentFault(file, 1, .noHead)
        }
        var values: [String: (text: String, line: Int)] = [:]
        var facts: [String: Fact] = [:]
        for line in lines[1..<end] {
            guard let colon = line.text.firstRange(of: ": ") else {
                throw ContentFault(file, line.number, .headLine, String(line.text))
            }
            let name = String(line.text[..<colon.lowerBound])
            let value = String(line.text[colon.upperBound...])
            if name.hasPrefix("fact ") {
                let fact = String(name.dropFirst("fact ".count))
                guard SpanParser.isID(fact), facts[fact] == nil else {
                    throw ContentFault(file, line.number, .headTwice, name)
                }
                facts[fact] = try Fact(value, file, line.number)
            } else {
                guard names.contains(name), !value.isEmpty else {
                    throw ContentFault(file, line.number, .headLine, String(line.text))
                }
                guard values.updateValue((value, line.number), forKey: name) == nil else {
                    throw ContentFault(file, line.number, .headTwice, name)
                }
            }
        }
        return (try PageHead(values, facts, file), Array(lines[(end + 1)...]))
    }

    private init(
        _ values: [String: (text: String, line: Int)], _ facts: [String: Fact], _ file: String
    ) throws(ContentFault) {
        func text(_ name: String) throws(ContentFault) -> String {
            guard let value = values[name] else { throw ContentFault(file, 1, .headMissing, name) }
            return value.text
        }
        func day(_ name: String) throws(ContentFault) -> CalendarDay {
            let value = try text(name)
            guard let day = CalendarDay(iso: value) else {
                throw ContentFault(file, values[name]?.line, .notADay, value)
            }
            return day
        }
        title = try text("title")
        topic = try text("topic")
        owner = try text("owner")
        source = try text("source")
        reviewed = try day("reviewed")
        reviewBy = try day("review-by")
        guard reviewBy >= reviewed else { throw ContentFault(file, values["review-by"]?.line, .reviewOrder) }
        let group = try text("group")
        guard let known = Group(rawValue: group) else {
            throw ContentFault(file, values["group"]?.line, .headLine, "group: \(group)")
        }
        self.group = known
        isLegal = values["legal"]?.text == "yes"
        self.facts = facts
    }
}

extension PageHead.Fact {
    /// `until 2027-03-31; where it comes from`
    fileprivate init(_ value: String, _ file: String, _ line: Int) throws(ContentFault) {
        guard value.hasPrefix("until "), let semicolon = value.firstRange(of: "; ") else {
            throw ContentFault(file, line, .headLine, value)
        }
        let day = String(value[..<semicolon.lowerBound].dropFirst("until ".count))
        guard let until = CalendarDay(iso: day) else { throw ContentFault(file, line, .notADay, day) }
        self.init(until: until, source: String(value[semicolon.upperBound...]), line: line)
    }
}
