/// Where in HTML a template's text has got to: decides whether a value may stand there.
///
/// Not a parser of HTML: it follows tags, double quotes, comments, script and style, which is what decides whether our
/// escaping is enough.
struct MarkupPlace {
    private enum State { case text, tag, quoted, comment, raw }
    private var state = State.text
    private var element = ""
    private var readingName = false
    private var recent: [UInt8] = []

    enum Allowance { case allowed, unquoted, insideScript }

    var allowance: Allowance {
        switch state {
        case .text, .quoted: .allowed
        case .tag: .unquoted
        case .comment, .raw: .insideScript
        }
    }

    mutating func follow(_ text: Substring) {
        for byte in text.utf8 { step(byte) }
    }

    private mutating func step(_ byte: UInt8) {
        recent.append(byte)
        if recent.count > 8 { recent.removeFirst() }
        switch state {
        case .text:
            if byte == UInt8(ascii: "<") {
                state = .tag
                element = ""
                readingName = true
            }
        case .tag:
            if recent.ends(with: "<!--") {
                state = .comment
            } else if byte == UInt8(ascii: "\"") {
                state = .quoted
            } else if byte == UInt8(ascii: ">") {
                state = element == "script" || element == "style" ? .raw : .text
            } else if readingName {
                let letter = byte | 0x20
                if letter >= 0x61 && letter <= 0x7A || byte == UInt8(ascii: "/") && element.isEmpty {
                    element.unicodeScalars.append(Unicode.Scalar(byte == UInt8(ascii: "/") ? byte : letter))
                } else {
                    readingName = false
                }
            }
        case .quoted:
            if byte == UInt8(ascii: "\"") { state = .tag }
        case .comment:
            if recent.ends(with: "-->") { state = .text }
        case .raw:
            if recent.ends(with: "</" + element.prefix(5)) {
                state = .tag
                element = "/"
                readingName = false
            }
        }
    }
}

extension [UInt8] {
    fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
