/// Text made safe to look at: characters that are invisible or turn the direction of others are shown by their number.
///
/// For the desk, where a reordered line could make a plate or an address read as another. Joiners (U+200C, U+200D)
/// stay: Urdu, Persian and emoji need them. Escaping for HTML still happens when the page is rendered.
package enum InertText {
    package static func shown(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var out = ""
        out.reserveCapacity(text.utf8.count + 64)
        for scalar in text.unicodeScalars {
            if isHidden(scalar) {
                out += "⟦U+"
                let digits = String(scalar.value, radix: 16, uppercase: true)
                out += String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
                out += "⟧"
            } else {
                out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: true  // direction (UAX 9)
        case 0x200B, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF, 0x00AD, 0x180E: true  // nothing to see
        case 0x2028, 0x2029: true  // line and paragraph marks that browsers do not break at
        case 0xE0000...0xE007F: true  // tags
        default: false
        }
    }
}
