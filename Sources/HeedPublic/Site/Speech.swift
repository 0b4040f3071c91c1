import HeedContent
import HeedCore
import HeedVault
import HeedWeb

/// One language of the site: its words, its frame, and the parts of pages that never change, made once at start.
struct Speech: Sendable {
    let language: Language
    let code: String
    /// Prefix of addresses: empty for the first language, `/ur` for others.
    let base: String
    /// In front of addresses that answer for themselves: `base`, after the site's own address in a copy elsewhere.
    let live: String
    private(set) var frame: PageFrame
    private var fields: FrameFields
    /// What stands in the places of guidance.
    let places: [String: PlaceValue]
    /// All questions' views without answers, by kind and step.
    private let blanks: [ReportKind: [JourneyStep: [FieldView]]]
    /// How each symbol of a code is read out.
    let spoken: [Character: String]
    private let words: Words
    private let place: String
    private let numbers: [String: String]

    init(
        _ words: Words, _ settings: SiteSettings, all languages: [Language], _ publication: Publication
    ) throws {
        language = words.language
        code = words.language.code
        self.words = words
        place = settings.placeName
        base = LanguageLink.base(of: language, among: languages)
        live = settings.liveBase + base
        let fields = FrameFields(settings, words, base: base, hasLanguages: languages.count > 1, publication)
        places = settings.places
        self.fields = fields
        frame = try PageFrame(fields)
        numbers = [
            "emergency": fields.emergency, "nonEmergency": fields.nonEmergency, "hotline": fields.hotline,
            "relay": fields.relay,
        ]
        spoken = CodeLetter.all.reduce(into: [:]) { spoken, letter in
            spoken[letter.symbol] =
                letter.symbol.isNumber
                ? words.text("code.\(letter.symbol)")
                : words.text("code.letter", ["letter": String(letter.symbol), "word": letter.word])
        }
        blanks = ReportKind.allCases.reduce(into: [:]) { blanks, kind in
            for step in JourneyStep.allCases {
                let questions = kind.form.questions(on: step)
                blanks[kind, default: [:]][step] = questions.map {
                    FieldView($0, words, isHeading: questions.count == 1)
                }
            }
        }
    }

    func blanks(_ kind: ReportKind, _ step: JourneyStep) -> [FieldView] { blanks[kind]?[step] ?? [] }

    /// Draws what every form has of the other languages.
    func drawingForms(_ part: (String, [String: Any]) throws -> Markup, _ others: [Language]) throws -> Speech {
        var drawn = self
        let others: [String: Any] = ["languages": others.map { LanguageLink($0, href: "") }]
        drawn.fields.formLinks = try part("parts/form-links", others)
        drawn.fields.formButtons = try part("parts/form-buttons", others)
        drawn.frame = try PageFrame(drawn.fields)
        return drawn
    }

    /// The frame with what the force says on every page.
    func frame(showing alerts: Markup) throws -> PageFrame {
        var showing = fields
        showing.alerts = alerts
        return try PageFrame(showing)
    }

    func notices(first: Language) -> NoticeWriter { NoticeWriter(words, first: first) }

    func text(_ key: String, _ values: [String: String] = [:]) -> String {
        words.text(key, values.isEmpty ? numbers : numbers.merging(values) { $1 })
    }

    func has(_ key: String) -> Bool { words.phrase(key) != nil }

    /// A page's title: its topic and the place, "Error" in front where there is something to mend. Never an answer.
    func title(_ topicKey: String, isProblem: Bool = false) -> String {
        title(topic: words.text(topicKey), isProblem: isProblem)
    }

    func title(topic: String, isProblem: Bool = false) -> String {
        words.text(isProblem ? "site.title-problem" : "site.title", ["topic": topic, "place": place])
    }

    func date(_ day: CalendarDay) -> String {
        words.text("date.day", ["day": "\(day.day)", "month": words.text("date.\(day.month)"), "year": "\(day.year)"])
    }
}
