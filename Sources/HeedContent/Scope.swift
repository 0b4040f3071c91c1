/// Which languages have the words of a feature (a file of the catalogue), and which pages of guidance.
/// Guarantees, with `Catalogue`: a language has all words of a feature or none, so no page mixes languages.
package struct Scope: Sendable, Equatable {
    package enum Rule: Sendable {
        /// Every language has it whole.
        case everyLanguage
        /// A language has it whole or not at all; where it has not, its pages are not there.
        case wholeOrAbsent
        /// Only the first language has it.
        case firstLanguage
    }

    package let rule: Rule
    package let features: Set<String>
    /// Names of pages of guidance. Those that no scope names are for each language to have or not.
    package var pages: Set<String> = []

    /// The way from the first page to the receipt and back, and what somebody in danger or afraid has to know.
    package static let reporter = Scope(
        rule: .everyLanguage,
        features: [
            "site", "home", "journey", "online", "prevent", "protect", "engagement", "general", "question", "option",
            "problem", "check", "code", "date", "sent",
            "return", "ask", "failure", "feedback", "notice", "partner",
        ],
        pages: ["attack", "keep", "leaving"])

    /// Words of parts of the pages of guidance. The pages themselves are in `Pages`.
    package static let guidance = Scope(
        rule: .wholeOrAbsent, features: ["signs", "answers", "film", "booklet", "map", "threat"])

    /// The officers' pages: `desk` and everything that begins with `desk-`.
    package static let desk = Scope(rule: .firstLanguage, features: ["desk"])

    package static let all = [reporter, guidance, desk]

    package func covers(_ feature: String) -> Bool {
        features.contains(feature) || self == .desk && feature.hasPrefix("desk-")
    }

    /// What holds for a feature. One that no scope names has to be in every language.
    package static func rule(of feature: String) -> Rule {
        all.first { $0.covers(feature) }?.rule ?? .everyLanguage
    }
}
