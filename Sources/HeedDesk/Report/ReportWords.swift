import HeedCasework
import HeedCore
import HeedWeb

/// What was said, as it was received: every opened item, every answer with what kind of statement it is.
/// All of it inert: controls of direction and invisible characters are shown by their numbers.
struct ReportWords {
    let view: CaseView
    let speech: Speech

    struct Item: Sendable {
        let number: Int
        let heading: String
        let hasSender: Bool
        let sender: String
        let time: String
        let machine: String
        let language: String
        let answers: [Answer]
        let hasMissing: Bool
        let missing: String
    }

    struct Answer: Sendable {
        let label: String
        let mark: String
        let isByOfficer: Bool
        /// Words of ours for what was ticked.
        let chosen: [TextView]
        /// The reporter's own words.
        let said: [TextView]
        let lang: String
    }

    var items: [Item] { view.items.map(item) }

    private func item(_ item: CaseView.Item) -> Item {
        let lang = Self.plain(item.language)
        return Item(
            number: item.number,
            heading: item.number == 0
                ? speech.text("desk-report.said") : speech.text("desk-report.follow-up", ["n": "\(item.number)"]),
            hasSender: item.sender != .report, sender: sender(item), time: LocalTime.full(item.time),
            machine: LocalTime.machine(item.time), language: lang,
            answers: item.answers.map { answer($0, lang) }, hasMissing: item.number == 0 && !missing(item).isEmpty,
            missing: item.number == 0 ? missing(item) : "")
    }

    /// Of a follow-up: whose it is, and what looks like a machine's. The head of the page says it of the report.
    private func sender(_ item: CaseView.Item) -> String {
        let key: String
        switch item.sender {
        case .report: return ""
        case .samePerson: key = "desk-report.same-person"
        case .unproven: key = "desk-report.unproven"
        }
        return ([key] + item.signals.map { "desk-report.sign-" + $0.rawValue }).map { speech.text($0) }
            .joined(separator: " ")
    }

    private func answer(_ answer: CaseView.MarkedAnswer, _ lang: String) -> Answer {
        let isTyped = answer.question.limit != nil
        let values = answer.values.value
        return Answer(
            label: speech.text(answer.question.labelKey),
            mark: answer.mark.map { speech.text("desk-option.mark.\($0.rawValue)") }
                ?? speech.text("desk-report.unmarked"),
            isByOfficer: answer.isMarkedByOfficer,
            chosen: isTyped
                ? []
                : values.map { value in
                    let key = answer.question.optionKey(value)
                    return TextView(speech.has(key) ? speech.text(key) : InertText.shown(value))
                },
            said: isTyped ? values.map { TextView(Self.shown($0, answer.question)) } : [], lang: lang)
    }

    /// As it was typed; addresses so that nothing makes a link of them.
    private static func shown(_ text: String, _ question: Question) -> String {
        guard case .links = question.control else { return InertText.shown(text) }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { InertText.shown(TypedLink(String($0)).defanged) }.joined(separator: "\n")
    }

    private func missing(_ item: CaseView.Item) -> String {
        let given = Set(item.answers.map(\.question.name))
        return view.kind.form.questions
            .filter { $0.destination == .report && $0.name != "contact" && !given.contains($0.name) }
            .map { speech.text($0.labelKey) }.joined(separator: "; ")
    }

    /// A language tag, or that none is known: it comes from a form.
    private static func plain(_ tag: String) -> String {
        let isTag =
            !tag.isEmpty && tag.utf8.count <= 35
            && tag.utf8.allSatisfy { $0 == 0x2D || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
        return isTag ? tag : "und"
    }
}
