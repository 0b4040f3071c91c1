/// The values of one page by name: what the layout needs, then what the page adds.
/// Text comes out escaped; a template that asks for a name nobody gave fails in tests and shows nothing in service.
struct PageModel {
    private(set) var values: [String: Any]

    /// - Parameter title: never a word of a reporter's.
    init(title: String) {
        values = [
            "title": title, "hasProblems": false, "problems": [ProblemView](),
            "notices": [TextView](),
            "at": "", "holdsText": false, "hasScript": true, "isPrint": false,
        ]
    }

    subscript(name: String) -> Any? {
        get { values[name] }
        set { values[name] = newValue }
    }

    mutating func note(_ problems: [ProblemView], _ notices: [String] = []) {
        values["hasProblems"] = !problems.isEmpty
        values["problems"] = problems
        values["notices"] = notices.map(TextView.init)
    }
}

/// One text in a list of a page.
struct TextView: Sendable {
    let text: String
    init(_ text: String) { self.text = text }
}

/// One line of the summary of what is to be mended.
struct ProblemView: Sendable {
    let field: String
    let text: String
}

/// A link of a page.
struct LinkView: Sendable {
    let href: String
    let text: String
    var isCurrent = false
}
