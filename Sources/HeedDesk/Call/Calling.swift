import HTTPTypes
import HeedCasework
import HeedCore
import HeedIntake
import HeedVault
import HeedWeb
import Hummingbird

/// A report taken on the telephone: one page in the order people speak, a check, and the code to read out.
/// There is no field for the caller's number, and after hand-over the call-taker has no way back to the report.
struct Calling: Sendable {
    let desk: Desk
    let intake: Intake
    let pages: Pages
    let keys: @Sendable () -> FormKeys
    private var speech: Speech { pages.speech }

    struct Part: Sendable {
        let id: String
        let heading: String
        let fields: [EditorField]
    }

    func show(_ visit: Visit, _ form: FormBody? = nil, notices: [String] = []) async throws -> Response {
        var draft =
            CallDraft(form?.first("draft"), keys: keys(), callTaker: visit.officer.username)
            ?? CallDraft(callTaker: visit.officer.username)
        if let form { draft.take(form) }
        return try await questions(visit, draft, notices: notices)
    }

    func send(_ visit: Visit, _ form: FormBody) async throws -> Response {
        let opened = CallDraft(form.first("draft"), keys: keys(), callTaker: visit.officer.username)
        var draft = opened ?? CallDraft(callTaker: visit.officer.username)
        switch form.first("go") {
        case "change"?: return try await questions(visit, draft)
        case "send"? where opened != nil: return try await handOver(visit, draft)
        case "send"?: return try await questions(visit, draft, notices: [speech.text("desk-call.stale")])
        case let go? where Self.kind(go) != nil:
            draft.take(form)
            draft.turn(to: Self.kind(go) ?? .activity)
            return try await questions(visit, draft)
        case "danger"?:
            draft.take(form)
            draft.inDanger = true
            return try await questions(visit, draft, notices: [speech.text("desk-call.danger-set")])
        default:
            draft.take(form)
            let problems = draft.problems
            guard problems.isEmpty else {
                return try await questions(visit, draft, problems: problems, status: .unprocessableContent)
            }
            return try await check(visit, draft)
        }
    }

    /// The button with which a call-taker says what the call is about.
    private static func kind(_ go: String) -> ReportKind? {
        go.hasPrefix("kind-") ? ReportKind(rawValue: String(go.dropFirst("kind-".count))) : nil
    }

    struct Turn: Sendable {
        let value: String
        let label: String
        let isCurrent: Bool
    }

    private func questions(
        _ visit: Visit, _ draft: CallDraft, problems: [FieldProblem] = [], notices: [String] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var model = PageModel(title: speech.title("desk-call.topic"))
        let views = problems.map(speech.problem)
        let asked = draft.answers.form
        model["turns"] = ReportKind.allCases.map { kind in
            Turn(
                value: "kind-\(kind.rawValue)", label: speech.text("desk-kind.\(kind.rawValue)"),
                isCurrent: kind == draft.answers.kind)
        }
        model["parts"] = ([.words] + asked.longWay).map { step in
            Part(
                id: "part-" + step.rawValue, heading: speech.text(asked.key(step, "topic")),
                fields: asked.questions(on: step).map { question in
                    CallQuestion(question: question, speech: speech).field(
                        draft.answers[question.name], problem: views.first { $0.field == question.name }?.text)
                })
        }
        try fill(&model, draft)
        model["at"] = "/call"
        model["holdsText"] = true
        model.note(views, notices)
        return try await pages.page("call", model, for: visit, at: "/call", status: status).response
    }

    private func check(_ visit: Visit, _ draft: CallDraft, notices: [String] = []) async throws -> Response {
        var model = PageModel(title: speech.title("desk-call.topic"))
        model["lines"] = draft.answers.inFormOrder.map { question, values in
            Timeline.Line(
                label: speech.text(question.labelKey),
                text: values.map { value in
                    question.limit == nil ? speech.text(question.optionKey(value)) : InertText.shown(value)
                }.joined(separator: ", "))
        }
        try fill(&model, draft)
        model.note([], notices)
        return try await pages.page("call-check", model, for: visit, at: "/call").response
    }

    private func handOver(_ visit: Visit, _ draft: CallDraft) async throws -> Response {
        let submission = Submission(
            code: draft.code, thread: draft.thread, answers: draft.answers, inDanger: draft.inDanger,
            language: speech.code, channel: .call, callTaker: visit.officer)
        do {
            _ = try await SubmitReport(intake).perform(submission)
        } catch Refusal.notValid(let problems) {
            return try await questions(visit, draft, problems: problems, status: .unprocessableContent)
        } catch {
            return try await check(visit, draft, notices: [speech.text("desk-call.not-sent")])
        }
        var model = PageModel(title: speech.title("desk-call.topic"))
        try fill(&model, draft)
        return try await pages.page("call-done", model, for: visit, at: "/call").response
    }

    private func fill(_ model: inout PageModel, _ draft: CallDraft) throws {
        model["draft"] = try draft.sealed(keys())
        model["inDanger"] = draft.inDanger
        let groups = draft.code.groups
        model["codeGroups"] = groups.enumerated().map { TextView($1 + ($0 < groups.count - 1 ? "-" : "")) }
        let letters = draft.code.letters
        model["codeLines"] = stride(from: 0, to: letters.count, by: 4).map { start in
            TextView(
                letters[start..<min(start + 4, letters.count)].map { letter in
                    letter.word.lowercased()
                }.joined(separator: ", "))
        }
    }
}
