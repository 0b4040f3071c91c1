/// One `{{tag}}` of a template, in the part of the language that Heed's templates may use.
enum TemplateTag: Equatable {
    /// `{{name}}`: escaped text.
    case value(String)
    /// `{{t.key}}`: words of the catalogue, folded in when the template is loaded.
    case words(String)
    /// `{{asset.name}}`: the address of an asset, folded in when the template is loaded.
    case asset(String)
    /// `{{#name}}`, `{{^name}}`, `{{/name}}`, `{{$name}}`: no text of its own.
    case structure(String)
    /// `{{>name}}`, `{{<name}}`: another template.
    case partial(String)
    case comment

    /// Refuses what would write a value unescaped, change the delimiters or the escaper, or choose a template by a
    /// value.
    init(_ content: Substring) throws(TemplateFault.Code) {
        var name = content.drop(while: \.isWhitespace)
        guard let sigil = name.first else { throw .badName }
        switch sigil {
        case "!":
            self = .comment
            return
        case "{", "&": throw .unescaped
        case "=", "%": throw .forbiddenTag
        case "#", "^", "/", "$", ">", "<": name = name.dropFirst()
        default: break
        }
        while let last = name.last, last.isWhitespace { name.removeLast() }
        let plain = String(name.drop(while: \.isWhitespace))
        guard !plain.isEmpty, plain.utf8.allSatisfy({ Self.isNameByte($0, path: sigil == ">" || sigil == "<") }) else {
            throw plain.contains("*") ? .forbiddenTag : .badName
        }
        switch sigil {
        case ">", "<": self = .partial(plain)
        case "#", "^", "/", "$": self = .structure(plain)
        default:
            if plain.hasPrefix("t.") {
                self = .words(String(plain.dropFirst(2)))
            } else if plain.hasPrefix("asset.") {
                self = .asset(String(plain.dropFirst(6)))
            } else {
                self = .value(plain)
            }
        }
    }

    private static func isNameByte(_ byte: UInt8, path: Bool) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x2D: true
        case 0x28, 0x29: !path  // first(), last(): transforms of a list's position
        case 0x2F: path
        default: false
        }
    }
}
