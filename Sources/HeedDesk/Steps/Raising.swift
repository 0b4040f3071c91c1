import HeedCasework
import HeedCore
import HeedIntake
import HeedVault
import HeedWeb

/// Makes a report of suspicious activity of something that came in as another kind, and links the two.
///
/// The report comes first and the step that names it second: should the step not be taken, the report is there, and nothing
/// is lost but the link. What is told goes to those who read activity, and stands in the record here too, so that both
/// sides can say what was disclosed.
struct Raising: Sendable {
    let desk: Desk
    let intake: Intake
    let speech: Speech

    func raise(_ step: StepForm, _ officer: Officer, _ form: FormBody) async throws -> TakenStep {
        let view = try await OpenCase(desk).perform(session: step.session, thread: step.thread)
        guard view.verdicts[.raised] == .allowed, view.version == step.version else {
            // Says what stands in the way, and writes nothing.
            return try await RecordStep(desk).perform(step, .raised, raised: .random(), given: Taking.given(form))
        }
        let fields = view.kind.workflow.rule(for: .raised)?.records ?? []
        let problems = StepRecord(of: fields, Taking.given(form)).problems(against: fields)
        guard problems.isEmpty else { throw Refusal.notValid(problems) }
        var answers = Answers(.activity)
        let from = speech.text("desk-step.raised-from", ["handle": step.thread.handle])
        answers["narrative"] = [(form.text("account") ?? "") + "\n\n" + from]
        answers["contact"] = [ContactMode.none.rawValue]
        let thread = RecordID.random()
        _ = try await SubmitReport(intake).perform(
            Submission(
                code: .issue(), thread: thread, answers: answers, inDanger: form.first("urgent") == "yes",
                language: speech.code, channel: .desk, callTaker: officer))
        return try await RecordStep(desk).perform(step, .raised, raised: thread, given: Taking.given(form))
    }
}
