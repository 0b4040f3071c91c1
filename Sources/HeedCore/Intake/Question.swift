/// One question of a form, declared: where it is asked, how it is answered, where the answer is sealed.
/// The pages are drawn from this table and answers are checked against it; no other place knows a field.
///
/// Words come from the catalogue: `question.<name>.label`, `question.<name>.hint`, `option.<name>.<value>`.
package struct Question: Sendable, Equatable {
    /// The form field.
    package let name: String
    package let step: JourneyStep
    package let control: Control
    /// Only one question of the whole form is.
    package let isRequired: Bool
    package let destination: Destination
    /// What kind of statement an answer is, where that does not depend on how the reporter knows.
    package let mark: Mark?

    /// How a question is answered.
    package enum Control: Sendable, Equatable {
        /// One line. `limit` is in UTF-8 bytes.
        case line(limit: Int)
        /// Many lines.
        case text(limit: Int)
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
        sealedTo destination: Destination = .report, mark: Mark? = nil
    ) {
        self.name = name
        self.step = step
        self.control = control
        isRequired = required
        self.destination = destination
        self.mark = mark
    }

    /// The most bytes an answer may have; nil for ticks and choices.
    package var limit: Int? {
        switch control {
        case .line(let limit), .text(let limit): limit
        case .choice, .ticks, .tick: nil
        }
    }
}

/// What kind of statement something is: what was perceived is kept apart from what was concluded.
package enum Mark: String, CaseIterable, Sendable, Codable {
    case observed, told, inferred, opinion
}
