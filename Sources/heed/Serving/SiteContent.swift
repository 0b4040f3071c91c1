import HeedContent

/// The public site's words and pages: the program's, with a force's own laid over them, in the languages it offers.
struct SiteContent {
    let catalogue: Catalogue
    let shelf: PageShelf

    init(_ settings: Settings) throws {
        let folders = { name in
            try ContentFolder.layers(name, of: "HeedContent", contentDirectory: settings.contentDirectory)
        }
        catalogue = try OfferedLanguages(settings: settings).choose(
            from: Catalogue.load(directories: folders("Locales")))
        shelf = try PageShelf.load(directories: folders("Pages"))
    }
}
