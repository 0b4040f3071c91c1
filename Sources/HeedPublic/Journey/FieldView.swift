import HeedContent
import HeedCore
import HeedWeb

/// One question as a page draws it. Made once for each language without answers; a request fills in its own.
struct FieldView: PageNamed, Sendable {
    let name: String
    let label: String
    let hint: String
    let hasHint: Bool
    /// The question is the only one of its page: its label is the page's heading.
    let isHeading: Bool
    let isTyped: Bool
    let isLong: Bool
    let rows: Int
    private(set) var options: [OptionView]
    private(set) var value = ""
    private(set) var problem = ""
    private(set) var hasProblem = false
    private(set) var describedBy = ""
    private(set) var isDescribed = false

    init(_ question: Question, _ words: Words, isHeading: Bool) {
        name = question.name
        label = words.text(question.labelKey)
        hasHint = words.phrase(question.hintKey) != nil
        hint = hasHint ? words.text(question.hintKey) : ""
        self.isHeading = isHeading
        rows = question.isRequired && question.substitute == nil ? 10 : 4
        switch question.control {
        case .line: (isTyped, isLong, options) = (true, false, [])
        case .text, .links: (isTyped, isLong, options) = (true, true, [])
        case .choice(let values, let preset):
            (isTyped, isLong) = (false, false)
            options = values.map { OptionView(question, $0, values, "radio", words, isChosen: $0 == preset) }
        case .ticks(let values):
            (isTyped, isLong) = (false, false)
            options = values.map { OptionView(question, $0, values, "checkbox", words, isChosen: false) }
        case .tick:
            (isTyped, isLong) = (false, false)
            options = [OptionView(question, "yes", ["yes"], "checkbox", words, isChosen: false)]
        }
        describe()
    }

    /// With what was answered, and what is wrong with it.
    func filled(_ given: [String], problem: String?) -> FieldView {
        var view = self
        view.value = isTyped ? given.first ?? "" : ""
        // A preset stands until something was chosen.
        if !given.isEmpty {
            for index in view.options.indices { view.options[index].isChosen = given.contains(options[index].value) }
        }
        if let problem {
            view.problem = problem
            view.hasProblem = true
            view.describe()
        }
        return view
    }

    var named: [(name: String, value: Any)] {
        [
            ("name", name), ("label", label), ("hint", hint), ("hasHint", hasHint), ("isHeading", isHeading),
            ("isTyped", isTyped), ("isLong", isLong), ("rows", rows), ("options", options), ("value", value),
            ("problem", problem), ("hasProblem", hasProblem), ("describedBy", describedBy),
            ("isDescribed", isDescribed),
        ]
    }

    private mutating func describe() {
        describedBy = [hasHint ? name + "-hint" : nil, hasProblem ? name + "-problem" : nil]
            .compactMap(\.self).joined(separator: " ")
        isDescribed = !describedBy.isEmpty
    }
}

/// One of a question's answers to choose from.
struct OptionView: PageNamed, Sendable {
    let type: String
    let id: String
    let name: String
    let value: String
    let label: String
    let hint: String
    let hasHint: Bool
    fileprivate(set) var isChosen: Bool

    var named: [(name: String, value: Any)] {
        [
            ("type", type), ("id", id), ("name", name), ("value", value), ("label", label), ("hint", hint),
            ("hasHint", hasHint), ("isChosen", isChosen),
        ]
    }

    fileprivate init(
        _ question: Question, _ value: String, _ all: [String], _ type: String, _ words: Words, isChosen: Bool
    ) {
        let name = question.name
        self.type = type
        // The first has the question's own name, so that a link to the question lands on it.
        id = value == all.first ? name : name + "-" + value
        self.name = name
        self.value = value
        label = words.text(question.optionKey(value))
        let hintKey = question.optionKey(value) + ".hint"
        hasHint = words.phrase(hintKey) != nil
        hint = hasHint ? words.text(hintKey) : ""
        self.isChosen = isChosen
    }
}
