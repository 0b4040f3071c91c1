/// One question of a form, declared: where it is asked, how it is answered, where the answer is sealed.
/// The pages are drawn from this table and answers are checked against it; no other place knows a field.
///
/// Words come from the catalogue, under the keys that the question names.
package struct Question: Sendable, Equatable {
    /// The form field.
    package let name: String
    package let step: JourneyStep
    package let control: Control
    /// Only one question of the whole form is.
    package let isRequired: Bool
    /// The question whose answer does instead of this one's, where there is one.
    package let substitute: String?
    package let destination: Destination
    /// What kind of statement an answer is, where that does not depend on how the reporter knows.
    package let mark: Mark?
    /// The file of the catalogue with its words, where it belongs to one kind of report alone; nil: the words that every
    /// language has.
    package let feature: String?

    /// How a question is answered.
    package enum Control: Sendable, Equatable {
        /// One line. `limit` is in UTF-8 bytes.
        case line(limit: Int)
        /// Many lines.
        case text(limit: Int)
        /// Web addresses, one on each line: `Links.most` of them.
        case links(limit: Int)
        /// One of several; `preset` is chosen before the reporter chooses.
        case choice([String], preset: String?)
        /// Any of several.
        case ticks([String])
        /// Yes or nothing.
        case tick
    }

    /// Which sealed object holds the answer.
    package enum Destination: Sendable, Equatable {
        /// The report: officers of the report's compartment.
        case report
        /// The contact object: holders of `source` only.
        case contact
    }

    package init(
        _ name: String, on step: JourneyStep, _ control: Control, required: Bool = false,
        unless substitute: String? = nil,
        sealedTo destination: Destination = .report, mark: Mark? = nil,
        in feature: String? = nil
    ) {
        self.name = name
        self.step = step
        self.control = control
        isRequired = required
        self.substitute = substitute
        self.destination = destination
        self.mark = mark
        self.feature = feature
    }

    package var labelKey: String { feature.map { "\($0).\(name).label" } ?? "question.\(name).label" }
    package var hintKey: String { feature.map { "\($0).\(name).hint" } ?? "question.\(name).hint" }
    package func optionKey(_ value: String) -> String {
        feature.map { "\($0).\(name).\(value)" } ?? "option.\(name).\(value)"
    }
    /// What is said where more addresses were given than it takes.
    package var manyKey: String { feature.map { "\($0).\(name).many" } ?? "problem.\(name).many" }
    /// What is said where it has to be answered and is not.
    package var emptyKey: String { feature.map { "\($0).\(name).empty" } ?? "problem.\(name).empty" }

    /// The most bytes an answer may have; nil for ticks and choices.
    package var limit: Int? {
        switch control {
        case .line(let limit), .text(let limit), .links(let limit): limit
        case .choice, .ticks, .tick: nil
        }
    }
}

/// What kind of statement something is: what was perceived is kept apart from what was concluded.
package enum Mark: String, CaseIterable, Sendable, Codable {
    case observed, told, inferred, opinion
}
