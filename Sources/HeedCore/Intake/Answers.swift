/// What a reporter has answered so far, by field.
/// Holds only fields the form declares, and of choices only values the form offers, so nothing a page did not ask can ride along.
package struct Answers: Sendable, Equatable {
    package let kind: ReportKind
    private var values: [String: [String]] = [:]

    package init(_ kind: ReportKind) { self.kind = kind }

    package var form: Form { kind.form }

    /// Every non-empty answer in the order of the form.
    package var inFormOrder: [(question: Question, values: [String])] {
        form.questions.compactMap { question in
            let given = self[question.name]
            return given.isEmpty ? nil : (question, given)
        }
    }

    package subscript(_ name: String) -> [String] {
        get { values[name] ?? [] }
        set { values[name] = newValue.contains { !$0.isEmpty } ? newValue.filter { !$0.isEmpty } : nil }
    }

    /// The single answer to a question; empty where there is none.
    package func text(_ name: String) -> String { values[name]?.first ?? "" }

    /// Takes over what a page's form sent for the questions on `step`, and nothing else.
    /// - Parameter field: gives all values sent under a name.
    package mutating func take(from step: JourneyStep, _ field: (String) -> [String]) {
        for question in form.questions(on: step) {
            let sent = field(question.name)
            switch question.control {
            case .line, .text, .links: self[question.name] = Array(sent.prefix(1))
            case .choice(let offered, _): self[question.name] = Array(sent.filter(offered.contains).prefix(1))
            case .ticks(let offered): self[question.name] = offered.filter(sent.contains)
            case .tick: self[question.name] = sent.contains("yes") ? ["yes"] : []
            }
        }
        // Choosing to stay anonymous takes back what would say who they are.
        if step == .hearing, contactMode != .details { forgetReach() }
    }

    /// Removes every answer that says how to reach the reporter.
    package mutating func forgetReach() {
        for question in form.questions(on: .reach) { values[question.name] = nil }
    }

    /// How the reporter wants to be reached; a code unless they chose.
    package var contactMode: ContactMode { ContactMode(rawValue: text("contact")) ?? .code }

    /// Whether the reporter may be heard from only by the source unit: family, or under 18.
    package var isMessagingLocked: Bool { text("relation") == "family" || text("under18") == "yes" }

    /// Whether the reporter said that somebody could guess it was them.
    package var saysCouldBeTraced: Bool { text("traced") == "yes" }

    /// Bytes of UTF-8 of all free text.
    package var textBytes: Int { values.values.joined().reduce(0) { $0 + $1.utf8.count } }

    package var isAnyContactGiven: Bool { form.questions(on: .reach).contains { !self[$0.name].isEmpty } }
}

/// How a reporter wants to be reached.
package enum ContactMode: String, CaseIterable, Sendable, Codable {
    /// Anonymous. The code exists all the same: minds change.
    case none
    /// Anonymous, with a code to come back.
    case code
    /// Here is how to reach me.
    case details
}
