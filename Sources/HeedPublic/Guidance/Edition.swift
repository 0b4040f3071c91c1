import HeedCore
import HeedWeb

/// All pages that hold nothing of anybody's, as they are from one day on: rendered, compressed, ready to send.
struct Edition: Sendable {
    /// By address, the language's prefix included.
    let answers: [String: KeptAnswer]
    /// Quick answers by the code of their language.
    let quick: [String: ReadyAnswers]
    /// From then on a fact on some page is no longer so, and the pages are made anew.
    let end: Instant?

    /// The same with a listener's table of fields on every page.
    func under(_ headers: HeaderPolicy) -> Edition {
        Edition(answers: answers.mapValues { $0.under(headers) }, quick: quick, end: end)
    }
}
