import HeedContent
import HeedCore
import HeedWeb

/// The desk's words, and what code builds from them.
struct Speech: Sendable {
    let words: Words
    var code: String { words.language.code }

    func text(_ key: String, _ values: [String: String] = [:]) -> String { words.text(key, values) }
    func has(_ key: String) -> Bool { words.phrase(key) != nil }

    /// What a reason of the rules says to an officer: `refusal.state` is under `desk-refusal.state`. A need may have a sentence
    /// there too; else it is said as what is missing.
    func reason(_ reason: Refusal.Reason) -> String {
        let sentence = "desk-refusal." + reason.key.split(separator: ".", maxSplits: 1).dropFirst().joined()
        let key = has(sentence) ? sentence : "desk-" + reason.key
        return has(key) ? text(key) : text("desk-refusal.other")
    }

    func problem(_ problem: FieldProblem) -> ProblemView {
        let own = "desk-" + problem.key
        let key = has(own) ? own : has(problem.key) ? problem.key : "desk-problem.other"
        return ProblemView(field: problem.field, text: text(key, key == "problem.too-long" ? ["pages": "1"] : [:]))
    }

    func title(_ topicKey: String) -> String { text("desk.title", ["topic": text(topicKey)]) }

    func clock(_ clock: RunningClock, at now: Instant) -> String {
        let left = Remaining(seconds: clock.left(at: now))
        return text(
            left.isOver ? "desk-clock.over" : "desk-clock.left",
            [
                "clock": text("desk-clock.\(clock.name.rawValue)"), "amount": amount(left),
                "limit": amount(Remaining(seconds: clock.limit)),
            ])
    }

    func amount(_ span: Remaining) -> String { text("desk-clock.\(span.unit.rawValue)", ["n": "\(span.amount)"]) }

    func state(_ state: CaseState) -> String { text("desk-state.\(state.rawValue)") }

    /// What was done, and what can be done: in the kind's own words where it has some for a step that others share.
    func verb(_ verb: Verb, _ kind: ReportKind) -> String { own("desk-verb", verb, kind) }
    func act(_ verb: Verb, _ kind: ReportKind) -> String { own("desk-act", verb, kind) }

    /// Words of a step's page: `title`, `lead`, `button`.
    func step(_ verb: Verb, _ kind: ReportKind, _ part: String) -> String { own("desk-step", verb, kind, "." + part) }

    private func own(_ feature: String, _ verb: Verb, _ kind: ReportKind, _ part: String = "") -> String {
        let own = "\(feature).\(kind.rawValue)-\(verb.rawValue)\(part)"
        return text(has(own) ? own : "\(feature).\(verb.rawValue)\(part)")
    }

    func role(_ role: Role) -> String { text("desk-role.\(role.rawValue)") }
}
