/// What an officer recorded with a step, as answers to the fields that the step's row declares.
/// Holds only declared fields, and of choices only values that were offered. Sealed and signed with the step.
package struct StepRecord: Sendable, Equatable, Codable {
    private var answers: [String: [String]] = [:]

    /// Takes over what a form sent for the declared fields, and nothing else.
    /// - Parameter given: all values sent for a field.
    package init(of fields: [RecordField], _ given: (RecordField) -> [String]) {
        for field in fields {
            let sent = given(field).filter { !AnswerCheck.isBlank($0) }
            let taken: [String] =
                switch field.control {
                case .line, .text, .number, .day: Array(sent.prefix(1))
                case .choice(let offered): Array(sent.filter(offered.contains).prefix(1))
                case .ticks(let offered): offered.filter(sent.contains)
                }
            if !taken.isEmpty { answers[field.name] = taken }
        }
    }

    package subscript(_ name: String) -> [String] { answers[name] ?? [] }

    /// The single answer; empty where there is none.
    package func text(_ name: String) -> String { self[name].first ?? "" }

    /// What is to be mended before it can be signed, in the order of the fields.
    package func problems(against fields: [RecordField]) -> [FieldProblem] {
        fields.compactMap { field in
            let text = text(field.name)
            if text.isEmpty {
                return field.isRequired ? FieldProblem(field: field.name, key: "problem.\(field.name).empty") : nil
            }
            if field.needless.contains(text) {
                return FieldProblem(field: field.name, key: "problem.\(field.name).\(text)")
            }
            return field.accepts(text) ? nil : FieldProblem(field: field.name, key: "problem.\(field.name).unreadable")
        }
    }
}

extension RecordField {
    /// Whether a text that was typed is what the field asks for.
    func accepts(_ text: String) -> Bool {
        switch control {
        case .line, .text, .choice, .ticks: true
        case .number(let range): Int(text.trimmed).map(range.contains) ?? false
        case .day: CalendarDay(iso: text.trimmed) != nil
        }
    }
}

extension String {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
