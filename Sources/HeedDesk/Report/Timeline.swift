import HeedCasework
import HeedCore
import HeedWeb

/// The steps of a report in their order, each with who, when, and what it recorded. Nothing is ever left out of it.
struct Timeline {
    let view: CaseView
    let speech: Speech

    struct Entry: Sendable {
        let number: Int
        let verb: String
        let who: String
        let time: String
        let machine: String
        let lines: [Line]
    }

    /// Something recorded: words of ours for what it is, words of an officer's for what it says.
    struct Line: Sendable {
        let label: String
        let text: String
    }

    var entries: [Entry] { view.steps.map(entry) }

    func entry(_ opened: OpenedStep) -> Entry {
        let step = opened.step
        return Entry(
            number: step.number,
            verb: step.item == 0
                ? speech.verb(step.verb, view.kind)
                : speech.text(
                    "desk-report.step-on", ["step": speech.verb(step.verb, view.kind), "n": "\(step.item)"]),
            who: speech.text("desk-report.who", ["role": speech.role(step.role), "name": step.username]),
            time: LocalTime.full(step.time), machine: LocalTime.machine(step.time),
            lines: lines(of: step.body, step.verb))
    }

    func lines(of body: StepBody, _ verb: Verb) -> [Line] {
        all(of: body, verb).filter { !$0.text.isEmpty }
    }

    private func all(of body: StepBody, _ verb: Verb) -> [Line] {
        switch body {
        case .nothing: []
        case .holder(let username, _): [line("colleague", username)]
        case .reason(let text): [line("reason", text)]
        case .triage(let assessment): lines(of: assessment)
        case .research(let record): lines(of: record)
        case .identifier(let identifier):
            [
                option("kind", identifier.kind.rawValue), line("value", Defanged.shown(identifier)),
                line("source", identifier.source),
            ]
        case .mark(let field, let mark):
            [
                line("answer", view.kind.form.question(field).map { speech.text($0.labelKey) } ?? field),
                option("mark", mark.rawValue),
            ]
        case .proposal(let proposal): lines(of: proposal)
        case .answer(let number, _, let reason):
            [line("answers", speech.text("desk-report.step-number", ["n": "\(number)"])), line("reason", reason)]
        case .decision(let decision): lines(of: decision)
        case .assessment(let assessment): lines(of: assessment)
        case .record(let record): lines(of: record, verb)
        case .raised(let thread, let record):
            [line("raised", thread.handle)] + lines(of: record, verb)
        case .asked(let asking): lines(of: asking.record, verb)
        case .answerRead(let request, let answer, _):
            Partners(view: view, speech: speech).lines(of: answer, to: request)
        case .requestEnded(let request, let reason):
            [line("partner", Partners(view: view, speech: speech).name(of: request)), line("reason", reason)]
        case .message(let message):
            message.questions.map { line("question", speech.text("ask.\($0)")) } + lines(of: message)
        case .survey(let seal):
            [
                line("day", seal.day), line("survey", speech.text("desk-survey.sealed")),
                line("survey_digest", seal.sha256),
            ]
        case .disclosed(let disclosure): lines(of: disclosure)
        case .reviewed(let number, _, let record):
            [line("answers", speech.text("desk-report.step-number", ["n": "\(number)"]))] + lines(of: record, verb)
        }
    }

    private func lines(of disclosure: Disclosure) -> [Line] {
        let typed = view.items.first { $0.number == 0 }?.answers.first { $0.question.name == "links" }?.values.value
        let links = Links(in: (typed ?? []).joined(separator: "\n")).all
        return [line("recipient", disclosure.recipient), line("purpose", disclosure.purpose)]
            + disclosure.links.filter(links.indices.contains).map { line("link", links[$0].defanged) }
            + [line("made_on", disclosure.day), line("sha256", disclosure.sha256)]
    }

    /// An officer's own words, what in them is marked, and what the reader reads.
    private func lines(of message: Message) -> [Line] {
        [
            line("words", message.words ?? ""),
            line("marked_words", (message.marked ?? []).map { "\u{201C}\($0)\u{201D}" }.joined(separator: "; ")),
            line("reporter_language", message.reporterLanguage ?? ""),
        ]
    }

    /// In the order in which the kind's table asks.
    private func lines(of record: StepRecord, _ verb: Verb) -> [Line] {
        (view.kind.workflow.rule(for: verb)?.records ?? []).flatMap { field in
            record[field.name].map { field.isTyped ? line(field.name, $0) : option(field.name, $0) }
        }
    }

    func lines(of assessment: TriageAssessment) -> [Line] {
        TriageAssessment.lines.map { line($0.field, assessment[keyPath: $0.path]) } + [
            line("gist", assessment.gist), option("priority", assessment.priority.rawValue),
        ] + (assessment.differently.map { [option("differently", $0.rawValue)] } ?? []) + [
            line("looks_different", assessment.looksDifferent)
        ]
    }

    private func lines(of assessment: OnlineAssessment) -> [Line] {
        [
            option("view", assessment.view.rawValue),
            line(
                "offence",
                assessment.offences.map { speech.text("desk-option.offence.\($0.rawValue)") }.joined(separator: "; ")),
            line("why", assessment.why), line("gist", assessment.gist),
            option("priority", assessment.priority.rawValue),
        ]
    }

    private func lines(of record: ResearchRecord) -> [Line] {
        [
            line("system", record.system), line("sought", record.sought), option("result", record.result.rawValue),
            line("details", record.details),
        ]
    }

    private func lines(of proposal: Proposal) -> [Line] {
        [
            line("act", proposal.act), line("why", proposal.why),
            line("research", proposal.research.map { "\($0)" }.joined(separator: ", ")),
            line("risk_to_reporter", proposal.riskToReporter), line("valid_hours", "\(proposal.validHours)"),
        ]
    }

    private func lines(of decision: Decision) -> [Line] {
        [
            option("outcome", decision.outcome.rawValue), line("why", decision.why),
            line("assessment", decision.assessment), line("powers", decision.powers),
            line("options", decision.options), line("fairness", decision.fairness),
            line("review_days", decision.reviewDays == 0 ? "" : "\(decision.reviewDays)"),
        ]
    }

    private func line(_ field: String, _ text: String) -> Line {
        Line(label: speech.text("desk-field.\(field).label"), text: InertText.shown(text))
    }

    private func option(_ field: String, _ value: String) -> Line {
        Line(
            label: speech.text("desk-field.\(field).label"), text: speech.text("desk-option.\(field).\(value)"))
    }
}
