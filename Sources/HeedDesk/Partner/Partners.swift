import HeedCasework
import HeedCore
import HeedWeb

/// What partners were asked about one report, what became of it, and what they answered once somebody has read it.
struct Partners {
    let view: CaseView
    let speech: Speech

    struct Asked: Sendable {
        let partner: String
        let standing: String
        let time: String
        let machine: String
        let words: String
        let answers: [Answer]
    }

    struct Answer: Sendable {
        let id: String
        let isUnread: Bool
        let time: String
        let machine: String
        let kind: String
        let sender: String
        let words: String
        let hasWords: Bool
        let lang: String
    }

    func fill(_ model: inout PageModel) {
        model["hasPartners"] = !view.partners.isEmpty
        model["partners"] = view.partners.map(asked)
        model["readAction"] = "/report/\(view.thread.hex)/\(Verb.partnerAnswered.slug)"
    }

    /// The partner of a request, in an officer's words.
    func name(of request: RecordID) -> String {
        view.partners.first { $0.request == request }?.record.text("partner") ?? ""
    }

    /// A read answer in the timeline, and so on paper.
    func lines(of answer: RecordID, to request: RecordID) -> [Timeline.Line] {
        let replies = view.partners.flatMap(\.answers).compactMap(\.read)
        guard let reply = replies.first(where: { $0.id == answer }) else { return [] }
        return [
            line("partner", name(of: request)), line("kind", speech.text("desk-partner.kind-\(reply.kind.rawValue)")),
            line("said", reply.words.value),
        ]
    }

    private func line(_ field: String, _ text: String) -> Timeline.Line {
        Timeline.Line(label: speech.text("desk-field.\(field).label"), text: InertText.shown(text))
    }

    private func asked(_ asked: PartnerAsked) -> Asked {
        Asked(
            partner: InertText.shown(asked.record.text("partner")),
            standing: speech.text("desk-partner.\(asked.standing.rawValue)"), time: LocalTime.full(asked.time),
            machine: LocalTime.machine(asked.time),
            words: InertText.shown(asked.record.text(PartnerAsking.wordsField)), answers: asked.answers.map(answer))
    }

    private func answer(_ answer: PartnerAsked.Answer) -> Answer {
        let words = answer.read?.words.value ?? ""
        return Answer(
            id: answer.id.hex, isUnread: answer.read == nil, time: LocalTime.full(answer.time),
            machine: LocalTime.machine(answer.time),
            kind: answer.read.map { speech.text("desk-partner.kind-\($0.kind.rawValue)") } ?? "",
            sender: answer.read.map { speech.text($0.isProven ? "desk-partner.proven" : "desk-partner.unproven") }
                ?? "",
            words: InertText.shown(words), hasWords: !words.isEmpty, lang: answer.read?.language ?? "und")
    }

    static let spoken =
        PartnerAsked.Standing.allCases.map { "desk-partner.\($0.rawValue)" }
        + PartnerAnswer.Kind.allCases.map { "desk-partner.kind-\($0.rawValue)" } + [
            "desk-partner.proven", "desk-partner.unproven", "desk-partner.topic", "desk-queue.partner-answered",
        ]
}
