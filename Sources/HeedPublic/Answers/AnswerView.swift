import HeedWeb

/// One question and its answer, ready for a page.
struct AnswerView: Sendable {
    /// Its anchor.
    let id: String
    let question: String
    let body: Markup
}

/// The answers on one theme, and when they were last looked at.
struct AnswerThemeView: Sendable {
    let name: String
    let reviewed: String
    let answers: [AnswerView]
}
