import HeedCasework
import HeedCore
import HeedWeb

/// What the choices of a writing page offer, from the report as it stands.
struct Choices: Sendable {
    let view: CaseView
    let colleagues: [Officer]
    let speech: Speech

    func choices(of field: Editor.Field) -> [EditorField.Choice] {
        switch field.control {
        case .line, .day, .text: []
        case .choice(let values), .ticks(let values):
            values.map { EditorField.Choice(value: $0, label: speech.text("desk-option.\(field.name).\($0)")) }
        case .offered(.colleagues, _):
            colleagues.sorted { $0.name < $1.name }.map {
                EditorField.Choice(
                    value: $0.username,
                    label: speech.text("desk-step.colleague", ["name": $0.name, "role": speech.role($0.role)]))
            }
        case .offered(.research, _): research
        case .offered(.questions, _):
            Message.approved.map { EditorField.Choice(value: $0, label: speech.text("ask.\($0)")) }
        case .offered(.answers, _): answers
        case .offered(.links, _): links
        case .offered(.requests, _): requests
        }
    }

    /// The addresses that were typed, so that nothing makes a link of them.
    private var links: [EditorField.Choice] {
        let typed = view.items.first { $0.number == 0 }?.answers.first { $0.question.name == "links" }?.values.value
        return Links(in: (typed ?? []).joined(separator: "\n")).all.enumerated().map { place, link in
            EditorField.Choice(value: "\(place)", label: InertText.shown(link.defanged))
        }
    }

    private var research: [EditorField.Choice] {
        view.steps.compactMap { step in
            guard case .research(let record) = step.step.body else { return nil }
            let values = [
                "n": "\(step.step.number)", "system": InertText.shown(record.system),
                "sought": InertText.shown(record.sought),
                "result": speech.text("desk-option.result.\(record.result.rawValue)"),
            ]
            return EditorField.Choice(value: "\(step.step.number)", label: speech.text("desk-step.research", values))
        }
    }

    private var requests: [EditorField.Choice] {
        view.partners.filter { view.facts.liveRequests.contains($0.request) }.map {
            EditorField.Choice(value: $0.request.hex, label: InertText.shown($0.record.text("partner")))
        }
    }

    private var answers: [EditorField.Choice] {
        view.items.flatMap { item in
            item.answers.filter { $0.question.limit != nil }.map { answer in
                EditorField.Choice(
                    value: "\(item.number).\(answer.question.name)",
                    label: speech.text(
                        item.number == 0 ? "desk-step.answer" : "desk-step.answer-later",
                        ["question": speech.text(answer.question.labelKey), "n": "\(item.number)"]))
            }
        }
    }
}
