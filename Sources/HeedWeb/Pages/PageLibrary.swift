package import HeedContent
import Mustache

/// All pages of a site, in every language, ready to render.
///
/// Guarantees at start: every template parses, names only templates, words and assets that are there in the first
/// language, and writes no value unescaped (`TemplateText`). A template with words that another language does not have is
/// not there in that language: no page falls back. Guarantees at run time: values of a model come out as inert text.
package struct PageLibrary: Sendable {
    private let libraries: [String: MustacheLibrary]
    private let facts: [String: [String: String]]
    /// In strict libraries a name that no model declares is an error; otherwise it renders as nothing.
    /// Tests are strict. A running service prefers a page with a gap to no page.
    private let isStrict: Bool

    /// Names of all templates.
    package let names: Set<String>
    /// Keys of the words that templates use, to find words that nothing uses.
    package let wordsUsed: Set<String>

    package init(
        directories: [String], catalogue: Catalogue, assets: Assets = Assets(),
        isStrict: Bool = _isDebugAssertConfiguration()
    ) throws {
        let texts = try TemplateFolder.read(directories)
        HeedContentType.register()
        var libraries: [String: MustacheLibrary] = [:]
        var facts: [String: [String: String]] = [:]
        var wordsUsed: Set<String> = []
        for language in catalogue.languages {
            guard let words = catalogue.words(in: language.code) else { continue }
            var library = MustacheLibrary()
            var templates = try texts.map { name, text throws(TemplateFault) in
                try TemplateText(name: name, text: text, words: words, assets: assets)
            }
            if language != catalogue.languages.first { Self.dropUntranslated(&templates) }
            for template in templates.sorted(by: { $0.name < $1.name }) {
                try Self.check(template, against: texts)
                library.register(try Self.parse(template), named: template.name)
                wordsUsed.formUnion(template.wordsUsed)
            }
            libraries[language.code] = library
            facts[language.code] = ["lang": language.code, "dir": language.direction.rawValue]
        }
        self.libraries = libraries
        self.facts = facts
        self.wordsUsed = wordsUsed
        self.isStrict = isStrict
        names = Set(texts.keys)
    }

    /// Renders a template with a model: a flat struct (or a dictionary) of text, numbers, truth values, lists and
    /// structs.
    ///
    /// `frame` holds what all pages of the site name, such as telephone numbers. `lang` and `dir` are always there.
    package func render(
        _ name: String, _ model: Any = [String: String](), frame: PageFrame? = nil, in language: String
    ) throws(PageFault) -> String {
        guard let library = libraries[language], let facts = facts[language] else { throw .noLanguage(language) }
        let root = PageRoot(page: try PageFields(model), frame: frame?.fields, language: facts)
        guard let html = library.render(root, withTemplate: name) else { throw .noTemplate(name) }
        guard root.missing.isEmpty || !isStrict else {
            throw .missingNames(template: name, names: root.missing.sorted())
        }
        return html
    }

    /// A page, or a part of one, to be drawn once and filled often. Its model is of gaps (`Stencil.gap`) and of words of ours.
    package func stencil(
        _ name: String, _ model: Any, frame: PageFrame? = nil, in language: String
    ) throws(PageFault) -> Stencil {
        Stencil(try render(name, model, frame: frame, in: language))
    }

    /// Names of the templates that are not there in a language.
    package func untranslated(in language: String) -> Set<String> {
        names.filter { libraries[language]?.getTemplate(named: $0) == nil }
    }

    /// Leaves out what asks for words that are not there, and what is built on it.
    private static func dropUntranslated(_ templates: inout [TemplateText]) {
        var dropped: Set<String> = []
        var count = -1
        while count != dropped.count {
            count = dropped.count
            for template in templates
            where !template.unknownWords.isEmpty || template.partials.contains(where: { dropped.contains($0.name) }) {
                dropped.insert(template.name)
            }
        }
        templates.removeAll { dropped.contains($0.name) }
    }

    /// A template without a page around it, for a part of one.
    package func part(
        _ name: String, _ model: Any = [String: String](), frame: PageFrame? = nil, in language: String
    ) throws(PageFault) -> Markup {
        Markup(html: try render(name, model, frame: frame, in: language))
    }

    private static func check(_ template: TemplateText, against texts: [String: String]) throws(TemplateFault) {
        if let partial = template.partials.first(where: { texts[$0.name] == nil }) {
            throw TemplateFault(template.name, line: partial.line, .unknownPartial, partial.name)
        }
        if let first = template.unknownWords.first {
            let keys = template.unknownWords.map(\.key).joined(separator: ", ")
            throw TemplateFault(template.name, line: first.line, .unknownWords, keys)
        }
    }

    private static func parse(_ template: TemplateText) throws(TemplateFault) -> MustacheTemplate {
        do {
            return try MustacheTemplate(string: template.folded)
        } catch let error as MustacheTemplate.ParserError {
            // One line for the escaper's name at the head.
            throw TemplateFault(template.name, line: error.context.lineNumber - 1, .notParsed, "\(error.error)")
        } catch {
            throw TemplateFault(template.name, .notParsed)
        }
    }
}
