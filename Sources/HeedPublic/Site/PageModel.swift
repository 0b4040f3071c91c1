import HeedWeb

/// The values of one page by name: what the layout needs, then what the page adds.
/// Text comes out escaped; a template that asks for a name nobody gave fails in tests and shows nothing in service.
struct PageModel {
    private(set) var values: [String: Any]

    init(title: String, links: [LanguageLink] = []) {
        values = ["title": title, "languageLinks": links, "isForm": false]
    }

    subscript(name: String) -> Any? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// Problems, each a link to its field, and notices. Whichever comes first has the id that the form's address names.
    mutating func note(_ problems: [ProblemView], _ notices: [String]) {
        values["hasProblems"] = !problems.isEmpty
        values["problems"] = problems
        values["hasNotices"] = !notices.isEmpty
        values["notices"] = notices.map(TextView.init)
        values["noticeID"] = problems.isEmpty ? "note" : "notice"
    }

    /// What every form carries. The filler makes the length of what is sent say little: up to 8 KiB, by chance.
    mutating func carry(_ sealed: FormSeal.Sealed, to path: String, _ speech: Speech) {
        values["action"] = speech.base + path + "#note"
        values["state"] = sealed.state
        values["token"] = sealed.token
        values["fill"] = Self.fill()
        values["isForm"] = true
    }

    /// The same with gaps (`FormSeal.Sealed.fillings`), for a page that is drawn once.
    mutating func carryGaps(to path: String, _ speech: Speech) {
        carry(FormSeal.Sealed(state: Stencil.gap("state"), token: Stencil.gap("token")), to: path, speech)
        values["fill"] = Stencil.gap("fill")
    }

    static func fill() -> String {
        String(decoding: filler.prefix(.random(in: 0...filler.count)), as: UTF8.self)
    }

    /// Bytes, since those are cut and counted at once; a string's characters are counted one by one.
    private static let filler = [UInt8](repeating: UInt8(ascii: "0"), count: 8 * 1024 - 256)
}

extension FormSeal.Sealed {
    /// What the gaps of `PageModel.carryGaps` hold.
    var fillings: [String: Stencil.Filling] {
        ["state": .text(state), "token": .text(token), "fill": .text(PageModel.fill())]
    }
}

/// One text in a list of a page.
struct TextView: PageNamed, Sendable {
    let text: String
    init(_ text: String) { self.text = text }
    var named: [(name: String, value: Any)] { [("text", text)] }
}

/// One line of the summary of what is to be mended.
struct ProblemView: Sendable {
    let field: String
    let text: String
}
