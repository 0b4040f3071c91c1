import HeedCasework
import HeedCore

/// Every key of words that code asks for at run time, beside those that stand in templates.
/// Asked for at start, so that a missing word is found then and not by an officer at three in the morning.
enum SpokenKeys {
    static var all: Set<String> {
        Set(
            [
                fixed, people, Asking.spoken, FeedbackView.spoken, Partners.spoken, BoardPage.spoken, BeforeView.spoken,
                lists, steps,
                fields, failures, report, tiers, looks, NoticeKeys.all,
            ].joined())
    }

    private static let fixed: [String] =
        [
            "title", "locks", "counted", "alarm", "alarm-one", "alarm-left", "alarm-over", "stale-form",
            "nothing-topic",
        ].map { "desk." + $0 }
        + [
            "queue", "mine", "to-sign", "set-aside", "search", "watch", "call", "audit", "health", "notices",
            "feedback", "board", "staff", "account", "break-glass", "duty",
        ].map { "desk.link-" + $0 } + ["topic", "refused", "busy", "stale", "ended"].map { "desk-sign-in." + $0 } + [
            "desk-lock.topic", "desk-lock.kept", "desk-lock.given-back", "desk-search.topic", "desk-search.more",
            "desk-watch.topic", "desk-watch.next", "desk-audit.topic", "desk-audit.intact", "desk-audit.broken",
            "desk-health.topic", "desk-health.store", "desk-health.form", "desk-health.well", "desk-health.ill",
            "desk-health.form-open", "desk-health.inactive", "desk-health.until", "desk-health.no-certificate",
            "desk-call.topic", "desk-call.stale", "desk-call.danger-set", "desk-call.not-sent", "desk-refusal.other",
            "desk-problem.other",
        ] + Role.allCases.map { "desk-role." + $0.rawValue } + AuditVerb.allCases.map { "desk-did." + $0.rawValue }

    private static let people: [String] =
        GlassPage.spoken + DutyPage.spoken + StaffForm.spoken + StaffList.spoken + EnrolPage.spoken + AccountPage.spoken

    private static let tiers =
        (TierGuidance.Tier.allCases.map(\.rawValue) + TierGuidance.Statement.allCases.map(\.rawValue) + ["as-of"])
        .map { "desk-tier." + $0 }

    /// Looks at online material, and answers that say that a step is not needed.
    private static var looks: [String] {
        let fields: [RecordField] = ReportKind.allCases.flatMap(\.workflow.rules).flatMap(\.records)
        return ["today", "week", "support"].map { "desk-exposure." + $0 } + ["desk-refusal.look-left"]
            + fields.flatMap { field in field.needless.map { "desk-problem.\(field.name).\($0)" } }
    }

    private static var lists: [String] {
        let values = [
            QueueFilter.List.allCases.map { "topic-" + $0.rawValue },
            [
                "checked", "empty", "empty-clock", "range", "group", "any", "filter-state", "filter-held", "filter-due",
                "you", "answered", "uncarded", "uncarded-wake", "nothing-ticked", "length", "range-folded", "unread",
                "newer",
            ],
        ].joined().map { "desk-queue." + $0 }
        let alike = [
            "topic", "row", "row-differing", "row-oldest", "waiting", "oldest", "lead", "reason.label", "button",
            "nothing-opened", "nothing", "more",
        ].map { "desk-alike." + $0 }
        return values + alike + QueueGroup.allCases.map { "desk-group." + $0.slug }
            + QueueFilter.Holder.allCases.map { "desk-held." + $0.rawValue }
            + QueueFilter.Due.allCases.map { "desk-due." + $0.rawValue }
            + Card.Length.allCases.map { "desk-length." + $0.rawValue }
            + ReportKind.allCases.flatMap(\.form.gistOptions).map { "desk-sign-word." + $0 }
            + Compartment.allCases.map { "desk-kind." + $0.rawValue }
            + ReportKind.allCases.map { "desk-kind." + $0.rawValue }
            + CaseState.allCases.map { "desk-state." + $0.rawValue }
            + Cues.names.map { "desk-cue." + $0.1 } + LaneSignal.allCases.map { "desk-lane." + $0.rawValue }
            + LaneSignal.allCases.map { "desk-report.sign-" + $0.rawValue }
            + ClockRule.Name.allCases.map { "desk-clock." + $0.rawValue }
            + ["left", "over", "minutes", "hours", "days"].map { "desk-clock." + $0 }
    }

    private static var steps: [String] {
        NextStep.reverse.keys.map { "desk-undo." + $0.rawValue } + Verb.allCases.map { "desk-verb." + $0.rawValue }
            + Verb.allCases.map { "desk-act." + $0.rawValue }
            + Verb.allCases.filter { [.written, .writtenThenSigned].contains($0.manner) }.flatMap { verb in
                ["title", "lead", "button"].map { "desk-step.\(verb.rawValue).\($0)" }
            }
            + Verb.allCases.filter { [.signed, .writtenThenSigned].contains($0.manner) }.flatMap { verb in
                ["title", "lead", "button"].map { "desk-sign.\(verb.rawValue).\($0)" }
            }
            + ["colleague", "research", "answer", "answer-later", "not-saved", "draft", "raised-from"].map {
                "desk-step." + $0
            }
            + ["cannot-unlock", "moved", "waited", "busy", "changed-unopened"].map { "desk-sign." + $0 }
            + Need.allCases.map { "desk-need." + $0.rawValue }
            + ([
                Need.everythingOpened, .triage, .research, .holding, .holdingOrSupervising, .changesRead, .assessment,
                .unlawfulView, .lawfulView, .elsewhereView, .messagingOpen, .roundLeft, .noNoticeRuns,
                .lookLeft,
            ] + Need.allCases.filter { $0.saying != nil })
            .map { "desk-need.\($0.rawValue).link" }
    }

    private static var fields: [String] {
        let editors =
            ReportKind.allCases.flatMap { kind in Verb.allCases.flatMap { Editor.of($0, kind).fields } }
            + ContactPage.fields
        let recorded = [
            "colleague", "reason", "kind", "value", "source", "answer", "mark", "answers", "question", "assessment",
            "raised", "words", "marked_words", "reporter_language", "recipient", "purpose", "link", "made_on", "sha256",
            "survey", "survey_digest", "partner", "said",
        ]
        return editors.map { "desk-field.\($0.name).label" } + recorded.map { "desk-field.\($0).label" }
            + editors.flatMap { field -> [String] in
                switch field.control {
                case .choice(let values), .ticks(let values):
                    return values.map { "desk-option.\(field.name).\($0)" }
                case .line, .day, .text, .offered: return []
                }
            }
            + Decision.Outcome.allCases.map { "desk-option.outcome.\($0.rawValue)" }
            + editors.filter(\.isRequired).map { "desk-problem.\($0.name).empty" }
            + ReportKind.allCases.flatMap(\.workflow.rules).flatMap(\.records).compactMap { field in
                switch field.control {
                case .number, .day: "desk-problem.\(field.name).unreadable"
                case .line, .text, .choice, .ticks: nil
                }
            }
            + Message.approved.map { "ask." + $0 } + [
                "desk-problem.questions", "desk-problem.link.unreadable", "desk-survey.sealed",
                "desk-problem.day.unreadable", "desk-problem.words.empty", "desk-problem.words.too-long",
            ]
            + ["line", "over", "unlock", "reader"].map { "desk-drift." + $0 }
            + Drift.Lock.allCases.map { "desk-drift.lock-" + $0.rawValue }
            + ReportKind.allCases.flatMap(\.form.questions).map(\.labelKey)
            + ReportKind.allCases.flatMap { kind in
                ([.words] + kind.form.longWay).map { kind.form.key($0, "topic") }
            }
    }

    private static var failures: [String] {
        Failures.kinds.flatMap { ["desk-failure.\($0).heading", "desk-failure.\($0).body"] }
            + ["desk-failure.topic", "desk-failure.incident"]
    }

    private static let report: [String] =
        [
            "held-by", "unheld", "said", "follow-up", "same-person", "unproven", "unmarked", "open", "open-item",
            "opened-by-other", "moved", "needs", "others-do", "wrong-state", "step-on", "who", "step-number",
        ].map { "desk-report." + $0 } + ["recipient", "purpose"].map { "desk-print.\($0).label" }
        + ["recipient", "purpose"].map { "desk-problem.\($0).empty" }
        + ContactMode.allCases.map { "desk-report.contact-" + $0.rawValue }
        + ["web", "call", "desk"].map { "desk-report.channel-" + $0 }
        + [
            "answer-unreadable", "item-unreadable", "leaf-missing", "contact-replaced", "reply-key-replaced",
            "step-unproven",
            "steps-missing",
        ].map { "desk-warning." + $0 }
}
