import HeedCore

/// One question of a writing page as the template draws it.
struct EditorField: Sendable {
    let name: String
    let label: String
    let hint: String
    let hasHint: Bool
    let isRequired: Bool
    let isTyped: Bool
    let isLong: Bool
    /// The type of the one line that is typed.
    let inputType: String
    let rows: Int
    let options: [Option]
    let value: String
    let problem: String
    let hasProblem: Bool
    let describedBy: String
    let isDescribed: Bool

    struct Option: Sendable {
        let type: String
        let id: String
        let name: String
        let value: String
        let label: String
        let isChosen: Bool
    }

    /// What a choice offers: its value in the form and its words.
    struct Choice: Sendable {
        let value: String
        let label: String
    }

    /// - Parameter words: the feature of the catalogue with its label and hint.
    init(
        _ field: Editor.Field, choices: [Choice], given: [String], problem: String?, _ speech: Speech,
        words: String = "desk-field"
    ) {
        name = field.name
        label = speech.text("\(words).\(field.name).label")
        let hintKey = "\(words).\(field.name).hint"
        hasHint = speech.has(hintKey)
        hint = hasHint ? speech.text(hintKey) : ""
        isRequired = field.isRequired
        let type: String
        switch field.control {
        case .line: (isTyped, isLong, rows, type) = (true, false, 1, "text")
        case .day: (isTyped, isLong, rows, type) = (true, false, 1, "date")
        case .text(let lines): (isTyped, isLong, rows, type) = (true, true, lines, "")
        case .choice: (isTyped, isLong, rows, type) = (false, false, 1, "radio")
        case .ticks: (isTyped, isLong, rows, type) = (false, false, 1, "checkbox")
        case .offered(_, let many): (isTyped, isLong, rows, type) = (false, false, 1, many ? "checkbox" : "radio")
        }
        let chosen = given.isEmpty ? [field.preset] : given
        value = isTyped ? given.first ?? field.preset : ""
        // A browser shows nothing of a day that it cannot read: what was typed stays readable.
        inputType = type == "date" && !value.isEmpty && CalendarDay(iso: value) == nil ? "text" : type
        options = choices.enumerated().map { index, choice in
            Option(
                // The first has the question's own name, so that a link to the question lands on it.
                type: type, id: index == 0 ? field.name : "\(field.name)-\(index)", name: field.name,
                value: choice.value, label: choice.label, isChosen: chosen.contains(choice.value))
        }
        self.problem = problem ?? ""
        hasProblem = problem != nil
        describedBy = [hasHint ? name + "-hint" : nil, hasProblem ? name + "-problem" : nil].compactMap(\.self)
            .joined(separator: " ")
        isDescribed = !describedBy.isEmpty
    }
}
