/// One thing that an officer records with a step, declared with the step's row.
/// The desk's page is drawn from it, what comes back is checked against it, and the timeline says it again: no other place
/// knows the field.
package struct RecordField: Sendable, Equatable {
    /// The form field, and the key of its words: `desk-field.<name>.label`, `desk-option.<name>.<value>`.
    package let name: String
    package let control: Control
    package let isRequired: Bool
    /// What stands there before anything was chosen.
    package let preset: String
    /// Values that say that the step is not needed: it is not taken, and `problem.<name>.<value>` says so.
    package let needless: Set<String>

    package enum Control: Sendable, Equatable {
        case line
        case text(rows: Int)
        case choice([String])
        case ticks([String])
        /// A whole number.
        case number(ClosedRange<Int>)
        /// A day of the calendar, as `YYYY-MM-DD`.
        case day
    }

    /// Whether it is typed, and not chosen.
    package var isTyped: Bool {
        switch control {
        case .line, .text, .number, .day: true
        case .choice, .ticks: false
        }
    }

    package init(
        _ name: String, _ control: Control, required: Bool = false, preset: String = "", needless: Set<String> = []
    ) {
        self.name = name
        self.control = control
        isRequired = required
        self.preset = preset
        self.needless = needless
    }

    /// The officer's neutral line for lists, and how soon: every kind's first assessment has them.
    package static let gist = RecordField("gist", .line, required: true)
    package static let priority = RecordField(
        "priority", .choice(TriageAssessment.Priority.allCases.map(\.rawValue)), preset: "medium")
}
