import HeedCore

/// A writing page: the questions of one step, declared. Pages are drawn from it and answers are read by it.
/// Words: `desk-field.<name>.label`, `.hint`, `desk-option.<name>.<value>`,
/// `desk-step.<verb>.title`, `.lead`, `.button`.
struct Editor: Sendable {
    let verb: Verb
    let fields: [Field]

    struct Field: Sendable {
        let name: String
        let control: Control
        var isRequired = false
        /// What stands there before anything was typed.
        var preset = ""

        var isTyped: Bool {
            switch control {
            case .line, .day, .text: true
            case .choice, .ticks, .offered: false
            }
        }
    }

    enum Control: Sendable, Equatable {
        case line
        /// A day, which browsers help to choose.
        case day
        case text(rows: Int)
        /// One of these, with words from the catalogue.
        case choice([String])
        /// Any of these, with words from the catalogue.
        case ticks([String])
        /// One, or any, of what the report offers.
        case offered(Offer, many: Bool)
    }

    /// Choices that depend on the report.
    enum Offer: Sendable, Equatable {
        case colleagues, research, answers, questions, links, requests
    }

    /// What the kind's table declares for the step, or the questions of a step that records a type of its own.
    static func of(_ verb: Verb, _ kind: ReportKind) -> Editor {
        let declared = kind.workflow.rule(for: verb)?.records ?? []
        return Editor(verb: verb, fields: declared.isEmpty ? fields(of: verb) : declared.map(Field.init))
    }

    private static func fields(of verb: Verb) -> [Field] {
        switch verb {
        case .triaged:
            TriageAssessment.lines.map { line in
                Field(
                    name: line.field, control: .text(rows: 2),
                    isRequired: TriageAssessment.required.contains(line.field))
            } + [
                Field(name: "gist", control: .line, isRequired: true),
                Field(
                    name: "priority", control: .choice(TriageAssessment.Priority.allCases.map(\.rawValue)),
                    preset: "medium"),
                Field(
                    name: "differently", control: .choice(TriageAssessment.Differently.allCases.map(\.rawValue))),
                Field(name: "looks_different", control: .text(rows: 2)),
            ]
        case .researched:
            [
                Field(name: "system", control: .line, isRequired: true),
                Field(name: "sought", control: .line, isRequired: true),
                Field(
                    name: "result", control: .choice(ResearchRecord.Result.allCases.map(\.rawValue)), isRequired: true),
                Field(name: "details", control: .text(rows: 6)),
            ]
        case .identified:
            [
                Field(name: "kind", control: .choice(Identifier.Kind.allCases.map(\.rawValue)), preset: "person"),
                Field(name: "value", control: .line, isRequired: true),
                Field(name: "source", control: .text(rows: 3)),
            ]
        case .marked:
            [
                Field(name: "answer", control: .offered(.answers, many: false), isRequired: true),
                Field(name: "mark", control: .choice(Mark.allCases.map(\.rawValue)), isRequired: true),
            ]
        case .noted: [Field(name: "note", control: .text(rows: 8), isRequired: true)]
        case .handedOver: [Field(name: "colleague", control: .offered(.colleagues, many: false), isRequired: true)]
        case .messaged: [Field(name: "question", control: .offered(.questions, many: true), isRequired: true)]
        case .surveyed:
            [
                Field(name: "day", control: .day, isRequired: true),
                Field(name: "weak_points", control: .text(rows: 8), isRequired: true),
                Field(name: "recommended", control: .text(rows: 8), isRequired: true),
            ]
        case .fileMade:
            [
                Field(name: "recipient", control: .line, isRequired: true),
                Field(name: "purpose", control: .text(rows: 2), isRequired: true),
                Field(name: "link", control: .offered(.links, many: true)),
            ]
        case .messageProposed:
            [
                Field(name: "question", control: .offered(.questions, many: true)),
                Field(name: "words", control: .text(rows: 6)),
            ]
        case .proposed:
            [
                Field(name: "act", control: .line, isRequired: true),
                Field(name: "why", control: .text(rows: 5), isRequired: true),
                Field(name: "research", control: .offered(.research, many: true), isRequired: true),
                Field(name: "risk_to_reporter", control: .text(rows: 2)),
                Field(name: "valid_hours", control: .choice(["24", "48", "72", "168"]), preset: "48"),
            ]
        case .actedFirst:
            [
                Field(name: "act", control: .line, isRequired: true),
                Field(name: "why", control: .text(rows: 5), isRequired: true),
                Field(name: "risk_to_reporter", control: .text(rows: 2)),
            ]
        case .noActionProposed:
            [
                Field(name: "why", control: .text(rows: 6), isRequired: true),
                Field(name: "fairness", control: .line),
            ]
        case .decided:
            [
                Field(name: "outcome", control: .choice(["action-taken", "passed-on"]), isRequired: true),
                Field(name: "why", control: .text(rows: 6), isRequired: true),
                Field(name: "powers", control: .text(rows: 2), isRequired: true),
                Field(name: "options", control: .text(rows: 3), isRequired: true),
                Field(name: "fairness", control: .line),
                Field(name: "review_days", control: .choice(["0", "7", "28", "90"]), preset: "0"),
            ]
        case .assessed:
            [
                Field(name: "view", control: .choice(OnlineAssessment.View.allCases.map(\.rawValue)), isRequired: true),
                Field(name: "offence", control: .ticks(OnlineAssessment.Offence.allCases.map(\.rawValue))),
                Field(name: "why", control: .text(rows: 5), isRequired: true),
                Field(name: "gist", control: .line, isRequired: true),
                Field(
                    name: "priority", control: .choice(TriageAssessment.Priority.allCases.map(\.rawValue)),
                    preset: "medium"),
            ]
        case .refused, .notRatified, .reopened, .sentBack, .messageRefused, .glassBroken:
            [Field(name: "reason", control: .text(rows: 4), isRequired: true)]
        case .partnerWithdrawn:
            [
                Field(name: "partner_request", control: .offered(.requests, many: false), isRequired: true),
                Field(name: "reason", control: .text(rows: 3), isRequired: true),
            ]
        case .withdrawn, .confirmed, .messageWithdrawn: [Field(name: "reason", control: .text(rows: 4))]
        default: []
        }
    }
}

extension Editor.Field {
    init(_ field: RecordField) {
        name = field.name
        isRequired = field.isRequired
        preset = field.preset
        control =
            switch field.control {
            case .line, .number: .line
            case .day: .day
            case .text(let rows): .text(rows: rows)
            case .choice(let values): .choice(values)
            case .ticks(let values): .ticks(values)
            }
    }
}
