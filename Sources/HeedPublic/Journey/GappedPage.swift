import HeedCore
import HeedWeb

/// A page of the journey that is the same for every reporter but for what goes into its gaps.
protocol GappedPage {
    var template: String { get }
    /// All that decides which words stand around the gaps: pages of one shape share a stencil.
    var shape: String { get }

    /// The words, with gaps.
    func fill(_ model: inout PageModel, _ speech: Speech)

    /// What this reporter's gaps hold. Parts come by their template, each of gaps alone.
    func own(_ speech: Speech, part: (_ template: String, _ gaps: [String]) throws -> Stencil) rethrows
        -> [String: Stencil.Filling]
}

/// A page on which nothing of anybody's stands yet: what its form carries unseen is all that differs.
struct BlankPage: GappedPage {
    let template: String
    private let state: JourneyState

    /// Nil where an answer stands in a field.
    init?(_ state: JourneyState, template: String) {
        let asked = state.answers.form.questions(on: state.step)
        guard asked.allSatisfy({ state.answers[$0.name].isEmpty }) else { return nil }
        self.template = template
        self.state = state
    }

    var shape: String { state.step.rawValue }

    func fill(_ model: inout PageModel, _ speech: Speech) {
        if template == QuestionPage.template { QuestionPage(state: state, problems: []).fill(&model, speech) }
    }

    func own(_ speech: Speech, part: (String, [String]) throws -> Stencil) -> [String: Stencil.Filling] { [:] }
}
