/// The questions about one kind of thing, declared: in the order they are asked, and on which pages.
/// Pages are drawn from it and answers are checked against it. Nothing asks for ethnicity or religion, and everything
/// after the account can be skipped.
package struct Form: Sendable {
    /// The most a box other than the account itself holds, in bytes of UTF-8.
    package static let boxLimit = 16 << 10
    /// The most all words of a report may be together, in bytes of UTF-8.
    package static let textLimit = 256 << 10

    package let questions: [Question]
    /// The optional pages, in order. `reach` is asked only of those who chose to be reached.
    package let longWay: [JourneyStep]
    /// The question whose ticks stand in lists until an officer has written a line.
    package let gist: String
    /// The file of the catalogue with the words of its own pages; nil: it has none of its own.
    package let feature: String?
    /// Pages whose words are in that file. Those of the others are in `journey`, for every kind.
    package let ownPages: Set<JourneyStep>
    // Asked several times for every page that is sent or shown.
    private let byStep: [JourneyStep: [Question]]
    private let byName: [String: Question]

    package init(
        questions: [Question], longWay: [JourneyStep], gist: String, feature: String? = nil,
        ownPages: Set<JourneyStep> = []
    ) {
        self.questions = questions
        self.longWay = longWay
        self.gist = gist
        self.feature = feature
        self.ownPages = ownPages
        byStep = Dictionary(grouping: questions, by: \.step)
        byName = Dictionary(questions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func questions(on step: JourneyStep) -> [Question] { byStep[step] ?? [] }
    package func question(_ name: String) -> Question? { byName[name] }

    /// How to hear from a reporter: the same of every kind. How to reach them is sealed apart, together within a contact
    /// object, which has one size whatever it holds.
    package static let contact = [
        Question("contact", on: .hearing, .choice(["none", "code", "details"], preset: "code")),
        Question("reach_name", on: .reach, .line(limit: 300), sealedTo: .contact),
        Question("reach", on: .reach, .line(limit: 600), sealedTo: .contact),
        Question("reach_safe", on: .reach, .text(limit: 1_500), sealedTo: .contact),
    ]

    /// What can be ticked of the question whose ticks stand in lists.
    package var gistOptions: [String] {
        guard case .ticks(let values)? = question(gist)?.control else { return [] }
        return values
    }

    /// The key of words of a page: its topic, its heading, a note.
    package func key(_ step: JourneyStep, _ part: String) -> String {
        let own = ownPages.contains(step) ? feature : nil
        return "\(own ?? "journey").\(step.rawValue).\(part)"
    }

    /// Every page with questions that somebody who wants to be reached in this way is asked.
    package func pages(for contact: ContactMode) -> [JourneyStep] {
        [.words] + longWay.filter { $0 != .reach || contact == .details }
    }
}
