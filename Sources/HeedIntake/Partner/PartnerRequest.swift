package import HeedCore

/// What the holder of a partner's code is shown: what is asked, whether they have answered, and until when the code works.
/// Never an answer, a name, or anything of the case besides the words that an officer wrote for them.
package struct PartnerRequest: Sendable, Equatable {
    /// An officer's words. Never printed.
    package let words: Redacted<String>
    /// How many answers have come under this code.
    package let answers: Int
    /// The last UTC day on which the code works, `2026-12-04`.
    package let lastDay: String
}
