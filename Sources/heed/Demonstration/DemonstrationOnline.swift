import HeedCasework
import HeedCore
import HeedIntake
import HeedVault

/// Something found online, at which one officer has looked, and which they have described so that nobody else has to look.
struct DemonstrationOnline {
    let intake: Intake
    let desk: Desk
    let officer: StoryOfficer

    func tell() async throws {
        let session = try await officer.signIn()
        var answers = Answers(.online)
        answers["links"] = ["https://example.invalid/watch/00"]
        answers["narrative"] = ["My daughter was sent this in a group for her music class. She switched it off."]
        answers["material"] = ["praise"]
        answers["contact"] = ["code"]
        let thread = RecordID.random()
        _ = try await SubmitReport(intake).perform(
            Submission(code: .issue(), thread: thread, answers: answers, inDanger: false, language: "en"))
        officer.time.tick()
        _ = try await OpenReport(desk).perform(StepForm(session: session, thread: thread, version: 0))
        for (version, (verb, typed)) in Self.steps.enumerated() {
            officer.time.tick()
            _ = try await RecordStep(desk).perform(
                StepForm(session: session, thread: thread, version: version + 1), verb
            ) { field in typed[field.name].map { [$0] } ?? [] }
        }
    }

    private static let steps: [(Verb, [String: String])] = [
        (
            .looked,
            [
                "need_to_look": "The words do not say whether it praises anybody or only shows the news.",
                "look_as": "stills",
            ]
        ),
        (
            .described,
            [
                Exposure.description.name:
                    "Four minutes. A made-up speaker at a desk praises an attack in Exampleton and reads out names. "
                    + "No injury is shown. The last minute is a song."
            ]
        ),
    ]
}
