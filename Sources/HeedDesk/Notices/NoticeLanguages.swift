import HeedContent
import HeedCore
import HeedWeb

/// The languages that a notice is written in, each with the site's own words for the preview.
struct NoticeLanguages: Sendable {
    let first: Language
    /// Those without which nothing is published, in their order.
    let required: [Words]
    /// The others that the site offers.
    let others: [Words]

    init(_ catalogue: Catalogue, _ rules: NoticeRules) {
        first = catalogue.first.language
        required = rules.required.compactMap { catalogue.words(in: $0) }
        others = rules.offered.filter { !rules.required.contains($0) }.compactMap { catalogue.words(in: $0) }
    }

    var all: [Words] { required + others }

    /// Exactly what a page of this language shows.
    func preview(_ notice: Notice, in words: Words) -> Markup {
        NoticeWriter(words, first: first, name: "alert-" + words.language.code).write([notice])
    }
}
