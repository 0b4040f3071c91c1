extension SpanParser {
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\n" || scalar == "\t" }

    static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
    }

    /// ASCII punctuation (CommonMark 0.31, 2.4).
    static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "!"..."/", ":"..."@", "["..."`", "{"..."~": true
        default: false
        }
    }

    /// `lower-case-words`: names of pages, headings, promises, facts and parts.
    static func isID(_ text: String) -> Bool {
        guard let first = text.utf8.first, first >= 0x61 && first <= 0x7A || first >= 0x30 && first <= 0x39 else {
            return false
        }
        return text.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }
    }

    static func isPlaceName(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy(isLetterOrDigit)
    }

    /// A page or a file of this site, a heading, another site over HTTPS, or an address from the settings.
    /// No spaces, quotes, controls or backslashes, and no `//elsewhere`.
    static func isDestination(_ text: String) -> Bool {
        guard
            text.utf8.allSatisfy({
                $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<")
                    && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\\")
            })
        else { return false }
        if text.hasPrefix("{") { return text.hasSuffix("}") && isPlaceName(String(text.dropFirst().dropLast())) }
        if text.hasPrefix("#") { return isID(String(text.dropFirst())) }
        if text.hasPrefix("https://") { return text.utf8.count > "https://".utf8.count }
        return text.hasPrefix("/") && !text.hasPrefix("//")
    }
}
