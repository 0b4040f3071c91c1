import HeedCore

/// Addresses written so that nothing makes a link of them and nobody opens one by a slip: `hxxp://example[.]test`.
enum Defanged {
    static func shown(_ identifier: Identifier) -> String {
        switch identifier.kind {
        case .online, .email: shown(identifier.value)
        case .person, .vehicle, .phone, .place, .other: identifier.value
        }
    }

    static func shown(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case ".": out += "[.]"
            case "@": out += "[@]"
            default: out.unicodeScalars.append(scalar)
            }
        }
        for scheme in ["http", "HTTP", "Http"] {
            out = out.split(separator: scheme, omittingEmptySubsequences: false).joined(separator: "hxxp")
        }
        return out
    }
}
