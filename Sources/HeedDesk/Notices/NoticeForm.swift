import HeedContent
import HeedCore
import HeedVault
import HeedWeb

/// A notice as it was typed, and what it is read as. Whatever cannot be read stays as it was typed.
struct NoticeForm: Sendable {
    let form: FormBody
    private let codes: [String]

    init(_ form: FormBody, _ languages: NoticeLanguages) {
        self.form = form
        codes = languages.all.map(\.language.code)
    }

    /// An empty page: it begins now, and has no end until somebody says one.
    static func blank(at now: Instant, _ languages: NoticeLanguages) -> NoticeForm {
        NoticeForm(FormBody([(name: "start", value: LocalMoment.field(now))]), languages)
    }

    func text(_ name: String) -> String { form.text(name) ?? "" }

    var draft: NoticeDraft {
        NoticeDraft(
            kind: Notice.Kind(rawValue: text("kind")),
            words: Dictionary(
                uniqueKeysWithValues: codes.map { code in
                    (
                        code,
                        NoticeWords(title: text("title-\(code)"), text: text("text-\(code)"), act: text("act-\(code)"))
                    )
                }),
            start: LocalMoment.moment(typed: text("start")), end: LocalMoment.moment(typed: text("end")))
    }

    /// Tells one notice from another: what was previewed is what is published.
    var mark: String {
        let names = ["kind", "start", "end"] + codes.flatMap { ["title-\($0)", "text-\($0)", "act-\($0)"] }
        let bytes = names.flatMap { name in Array("\(name)\u{0}\(text(name))\u{0}".utf8) }
        return HeedVault.Hex.encode(Array(Digest.sha256(bytes).prefix(16)))
    }
}
