import HeedContent
import HeedCore
import HeedWeb

/// The parts that a page may call for with `::name`: templates in `Templates/parts`, with what they need to know.
struct GuidanceParts: Sendable {
    let pages: Pages
    let settings: SiteSettings
    let film: Film?
    let booklets: [Booklet]

    /// Nil for a part that is not there.
    /// - Parameter quick: the quick answers, where the language has any.
    func markup(_ name: String, _ speech: Speech, _ quick: ReadyAnswers?) throws -> Markup? {
        guard let model = model(name, speech, quick) else { return nil }
        return try pages.part("parts/" + name, model, speech)
    }

    private func model(_ name: String, _ speech: Speech, _ quick: ReadyAnswers?) -> [String: Any]? {
        switch name {
        case "signs": ["signs": SignView.all(speech)]
        case "answers": quick.map { answers($0) }
        case "film": film.map { ["hasFilm": true, "film": $0] } ?? ["hasFilm": false]
        case "documents": ["booklets": booklets.map { BookletView($0, speech) }, "hasBooklets": !booklets.isEmpty]
        case "threat": threat(speech)
        case "site-map": ["groups": MapGroup.all(pages.publication, speech, booklets)]
        default: nil
        }
    }

    /// The threat level with its day, while it is fresh; else nothing.
    private func threat(_ speech: Speech) -> [String: Any] {
        guard let threat = pages.standing.sheet.threat, speech.has("threat.shown") else {
            return ["hasLevel": false, "level": ""]
        }
        let level = threat.level.rawValue
        let words = speech.text(
            "threat.shown",
            [
                "level": speech.text("threat.level.\(level)"), "chance": speech.text("threat.chance.\(level)"),
                "date": speech.date(threat.asOf),
            ])
        return ["hasLevel": true, "level": words]
    }

    /// A copy of the guidance on another server cannot search: there it links here.
    private func answers(_ quick: ReadyAnswers) -> [String: Any] {
        [
            "themes": quick.themes, "isHere": settings.liveBase.isEmpty, "hasProblem": false, "problem": "",
            "value": "",
            "describedBy": "question-hint", "askPolice": settings.national.answersPage,
            "onlineReport": settings.national.onlineReport,
        ]
    }
}
