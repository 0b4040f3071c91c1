import Mustache

/// Heed's escaper as a content type of the template engine.
///
/// The engine's own HTML type works by grapheme cluster and is put back at the head of every partial, so ours has its
/// own name, is registered before anything is parsed, and is named at the head of every template (`TemplateText`).
struct HeedContentType: MustacheContentType {
    static let name = "HEED"

    func escapeText(_ text: String) -> String { HTMLEscaping.escaped(text) }

    static func register() { registered }

    private static let registered: Void = MustacheContentTypes.register(HeedContentType(), named: name)
}
