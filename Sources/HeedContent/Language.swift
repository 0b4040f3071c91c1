/// A language that pages are written in.
/// Its facts come from `language.json` in its folder of the catalogue.
package struct Language: Hashable, Sendable {
    package enum Direction: String, Sendable {
        case leftToRight = "ltr"
        case rightToLeft = "rtl"
    }

    /// BCP 47 tag, also the prefix of addresses: `ur`.
    package let code: String
    package let direction: Direction
    /// Its name in its own script.
    package let name: String
    /// False until a person who reads it has reviewed the words; pages then say so.
    package let isReviewed: Bool
    /// Who that was, and when, as `language.json` says it. Nil where it names nobody.
    package let reviewer: String?

    package init(
        code: String, direction: Direction, name: String, isReviewed: Bool = true, reviewer: String? = nil
    ) {
        self.code = code
        self.direction = direction
        self.name = name
        self.isReviewed = isReviewed
        self.reviewer = reviewer
    }
}
