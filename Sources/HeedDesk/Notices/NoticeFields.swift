import HeedContent
import HeedCore
import HeedWeb

/// The three boxes of one language on the page that writes a notice.
struct NoticeFields: Sendable {
    let code: String
    let name: String
    let fields: [Field]

    struct Field: Sendable {
        let id: String
        let label: String
        let language: String
        let value: String
        let isLong: Bool
        let problem: String
        let hasProblem: Bool
    }

    init(_ language: Language, _ form: NoticeForm, _ problems: [ProblemView], _ speech: Speech) {
        code = language.code
        name = language.name
        fields = ["title", "text", "act"].map { part in
            let id = "\(part)-\(language.code)"
            let problem = problems.first { $0.field == id }?.text
            return Field(
                id: id, label: speech.text("desk-notice.\(part)"), language: language.code, value: form.text(id),
                isLong: part != "title", problem: problem ?? "", hasProblem: problem != nil)
        }
    }
}

/// A notice as one language's pages will show it.
struct NoticePreview: Sendable {
    let code: String
    let direction: String
    let name: String
    let shown: Markup

    init(_ notice: Notice, _ words: Words, _ languages: NoticeLanguages) {
        code = words.language.code
        direction = words.language.direction.rawValue
        name = words.language.name
        shown = languages.preview(notice, in: words)
    }
}

/// A choice of one among some, as the template draws it.
struct NoticeChoice: Sendable {
    let id: String
    let value: String
    let label: String
    let isChosen: Bool
}
