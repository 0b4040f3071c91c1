import HeedContent

@testable import HeedWeb

/// Templates and words of one test, loaded as a site loads them.
struct Shelf {
    let pages: PageLibrary

    init(
        _ templates: [String: String], words: [String: String] = [:], assets: Assets = Assets(), isStrict: Bool = true
    ) throws {
        let folder = try Scratch(Dictionary(uniqueKeysWithValues: templates.map { ("\($0).mustache", $1) }))
        let locales = try Scratch([
            "en/language.json": #"{"name": "English", "dir": "ltr"}"#,
            "en/page.json": Self.json(words),
        ])
        pages = try PageLibrary(
            directories: [folder.path], catalogue: try Catalogue.load(directories: [locales.path]), assets: assets,
            isStrict: isStrict)
    }

    func render(_ name: String = "page", _ model: Any = [String: String](), frame: PageFrame? = nil) throws -> String {
        try pages.render(name, model, frame: frame, in: "en")
    }

    private static func json(_ words: [String: String]) -> String {
        "{" + words.map { "\"\($0)\": \"\($1)\"" }.joined(separator: ",") + "}"
    }
}
