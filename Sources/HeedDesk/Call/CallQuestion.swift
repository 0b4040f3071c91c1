import HeedCore

/// A question of the public form as the call-taker's page draws it: the same table, the same words.
struct CallQuestion {
    let question: Question
    let speech: Speech

    func field(_ given: [String], problem: String?) -> EditorField {
        let (control, values, preset) = shape
        return EditorField(
            Editor.Field(name: question.name, control: control, isRequired: question.isRequired, preset: preset),
            choices: values.map {
                EditorField.Choice(value: $0, label: speech.text(question.optionKey($0)))
            },
            given: given, problem: problem, speech, words: question.feature ?? "question")
    }

    private var shape: (Editor.Control, [String], String) {
        switch question.control {
        case .line: (.line, [], "")
        case .text, .links: (.text(rows: question.isRequired ? 8 : 3), [], "")
        case .choice(let values, let preset): (.choice(values), values, preset ?? "")
        case .ticks(let values): (.ticks(values), values, "")
        case .tick: (.ticks(["yes"]), ["yes"], "")
        }
    }
}
