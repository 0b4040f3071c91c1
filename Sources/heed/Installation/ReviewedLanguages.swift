import HeedContent

/// Who has reviewed the words that the public site offers, language by language.
/// Guarantees: words that nobody has reviewed are well only in a demonstration.
struct ReviewedLanguages {
    let languages: [Language]
    let isDemonstration: Bool

    /// - Throws: `StartRefusal` that names the languages whose words nobody who reads them has reviewed.
    func report() throws(StartRefusal) -> String {
        let said = languages.enumerated().map { place, language in
            "\(language.code): " + Self.reviewer(of: language, isFirst: place == 0)
        }.joined(separator: "; ")
        let unreviewed = languages.filter { !$0.isReviewed }.map(\.code)
        guard unreviewed.isEmpty || isDemonstration else {
            throw .other(
                said,
                remedy: "have somebody who reads it review each of \(unreviewed.joined(separator: ", ")) and say so in "
                    + "its language.json (Docs/languages.md), or unset languages.unreviewed")
        }
        return said
    }

    private static func reviewer(of language: Language, isFirst: Bool) -> String {
        if let reviewer = language.reviewer { return "reviewed by \(reviewer)" }
        return isFirst && language.isReviewed ? "the language all others are compared with" : "reviewed by nobody"
    }
}
