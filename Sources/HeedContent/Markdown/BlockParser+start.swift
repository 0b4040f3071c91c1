extension BlockParser {
    /// What a line that is not indented begins.
    enum Start {
        case heading, part, fact, item, callout, table, paragraph
        case refused(ContentFault.Reason)

        init(_ text: Substring) {
            switch text.first {
            case "#": self = .heading
            case ">": self = .callout
            case "|": self = .table
            case ":" where text.hasPrefix(":::"): self = text == ":::" ? .refused(.part) : .fact
            case ":" where text.hasPrefix("::"): self = .part
            case "`" where text.hasPrefix("```"), "~" where text.hasPrefix("~~~"): self = .refused(.code)
            case "-" where Self.isRule(text), "=" where Self.isRule(text), "*" where Self.isRule(text):
                self = .refused(.rule)
            case "*" where text.hasPrefix("* "), "+" where text.hasPrefix("+ "): self = .refused(.bullet)
            default: self = Marker(text) == nil ? .paragraph : .item
            }
        }

        private static func isRule(_ text: Substring) -> Bool {
            text.allSatisfy { $0 == text.first || $0 == " " } && (text.count >= 3 || text.first == "=")
        }
    }

    /// The sign at the head of a list item: `- ` or `12. `.
    struct Marker {
        /// Nil for a bullet.
        let number: Int?
        /// Characters up to the item's words: what later lines of the item are indented by.
        let width: Int

        init?(_ text: Substring) {
            if text.hasPrefix("- ") {
                number = nil
                width = 2
                return
            }
            let digits = text.prefix { $0.isASCII && $0.isNumber }
            guard (1...3).contains(digits.count), text.dropFirst(digits.count).hasPrefix(". ") else { return nil }
            number = Int(digits)
            width = digits.count + 2
        }
    }
}
