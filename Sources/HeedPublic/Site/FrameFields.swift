import HeedContent
import HeedWeb

/// What every page may name: the force, its numbers, the language.
/// Numbers inside sentences (`hotline`) are isolated in right-to-left languages; numbers on their own (`hotlineShown`)
/// stand in a `bdi` of the template.
struct FrameFields {
    let base: String
    let force: String
    let place: String
    let isDemonstration: Bool
    let isUnreviewed: Bool
    let hasLanguages: Bool
    /// On a page with a form another language is a button, so that what was typed goes along; links lead down to those.
    /// Drawn once: with nine languages they would be most of what a page costs.
    var formLinks = Markup.none
    var formButtons = Markup.none
    /// What the force says on every page just now.
    var alerts = Markup.none
    let emergency: String, emergencyShown: String, emergencyTel: String
    let nonEmergency: String, nonEmergencyShown: String, nonEmergencyTel: String
    let hotline: String, hotlineShown: String, hotlineTel: String
    let relay: String
    /// In front of addresses that answer for themselves: `base`, after the site's own address in a copy elsewhere.
    let live: String
    /// At the foot of every page, after what concerns this moment.
    let guides: [GuideLink]

    private static let foot = ["contact", "site-map", "accessibility", "privacy", "about"]

    init(
        _ settings: SiteSettings, _ words: Words, base: String, hasLanguages: Bool, _ publication: Publication
    ) {
        let language = words.language
        let inline = { (number: String) in
            language.direction == .rightToLeft ? "\u{2066}\(number)\u{2069}" : number
        }
        self.base = base
        force = settings.forceName
        place = settings.placeName
        isDemonstration = settings.isDemonstration
        isUnreviewed = !language.isReviewed
        self.hasLanguages = hasLanguages
        emergency = inline(settings.emergency)
        emergencyShown = settings.emergency
        emergencyTel = Self.digits(settings.emergency)
        nonEmergency = inline(settings.nonEmergency)
        nonEmergencyShown = settings.nonEmergency
        nonEmergencyTel = Self.digits(settings.nonEmergency)
        hotline = inline(settings.hotline)
        hotlineShown = settings.hotline
        hotlineTel = Self.digits(settings.hotline)
        relay = inline(settings.national.relay)
        live = settings.liveBase + base
        guides = Self.foot.compactMap { publication.guide($0, in: language, base: base) }
    }

    private static func digits(_ number: String) -> String {
        number.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
    }
}
