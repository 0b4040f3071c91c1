import HeedContent
import HeedCore

/// The public site's words and pages: the program's, with a force's own laid over them, in the languages it offers.
struct SiteContent {
    let catalogue: Catalogue
    let shelf: PageShelf
    let answers: AnswerShelf

    init(_ settings: Settings) throws {
        let folders = { name in
            try ContentFolder.layers(name, of: "HeedContent", contentDirectory: settings.contentDirectory)
        }
        catalogue = try OfferedLanguages(settings: settings).choose(
            from: Catalogue.load(directories: folders("Locales")))
        shelf = try PageShelf.load(directories: folders("Pages"))
        answers = try AnswerShelf.load(directories: folders("Answers"))
    }

    /// What staff have to look at on a day.
    func due(on day: CalendarDay) -> [DuePage] { shelf.due(on: day) + answers.due(on: day) }
}
