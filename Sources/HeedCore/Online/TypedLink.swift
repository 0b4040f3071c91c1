/// One address as a reporter typed it. Never printed by accident, and shown only so that nothing makes a link of it.
package struct TypedLink: Sendable, Equatable {
    package let typed: Redacted<String>

    package init(_ typed: String) { self.typed = Redacted(typed) }

    /// `hxxps://example[.]test/a`: no program follows it, and nobody opens it by a slip. What was typed so already
    /// stays so.
    package var defanged: String {
        let scalars = Array(typed.value.unicodeScalars)
        var shown: [Unicode.Scalar] = []
        // Where the name before a colon begins, which is a scheme if nothing but such letters stand in it.
        var name = 0
        for (index, scalar) in scalars.enumerated() {
            let isBracketed =
                index > 0 && scalars[index - 1] == "[" && index + 1 < scalars.count && scalars[index + 1] == "]"
            switch scalar {
            case ":" where Self.isWebScheme(shown[name...]):
                // Over all of an address: an archive's has another one in it.
                for place in name..<shown.count { shown[place] = Self.crossed(shown[place]) }
                shown.append(scalar)
            case ":"
            where !isBracketed && Self.isOtherScheme(shown[name...], atStart: name == 0, then: scalars[index...]):
                shown += "[:]".unicodeScalars
            case _ where (Self.isDot(scalar) || scalar == "@") && !isBracketed:
                shown += ["[", scalar, "]"]
            default:
                shown.append(scalar)
            }
            if !Self.isSchemeLetter(scalar) { name = shown.count }
        }
        return String(String.UnicodeScalarView(shown))
    }

    /// A full stop, and the ideographic ones that browsers take for it in names (Unicode Technical Standard 46).
    static func isDot(_ scalar: Unicode.Scalar) -> Bool { [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"].contains(scalar) }

    private static func isSchemeLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "+", "-": true
        default: false
        }
    }

    private static func isWebScheme(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
        ["http", "https"].contains(String(String.UnicodeScalarView(name)).lowercased())
    }

    /// Any other scheme: before two slashes, or at the start of the word (`magnet:`).
    private static func isOtherScheme(
        _ name: ArraySlice<Unicode.Scalar>, atStart: Bool, then rest: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        let text = String(String.UnicodeScalarView(name)).lowercased()
        guard !text.isEmpty, !["hxxp", "hxxps"].contains(text) else { return false }
        let isFollowed = rest.dropFirst().first.map { !$0.properties.isWhitespace } ?? false
        return atStart && isFollowed || rest.starts(with: "://".unicodeScalars)
    }

    private static func crossed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar == "t" ? "x" : scalar == "T" ? "X" : scalar
    }
}
