package import HeedCore
import HeedVault

/// Receives a report: checks that something was said and that it fits, seals it, stores it, acknowledges it.
/// The same content under the same code gives the same receipt; other content is a follow-up. Refuses only what cannot
/// be stored: `notValid` and `tooLarge` name what to mend, `tooMany` and `closed` mean that nothing was stored.
package struct SubmitReport: Sendable {
    let intake: Intake

    package init(_ intake: Intake) { self.intake = intake }

    package func perform(_ submission: Submission) async throws(Refusal) -> Acknowledgement {
        try check(submission.answers)
        let secrets = try intake.secrets(of: submission.code)
        let answers = submission.answers
        let digest = CanonicalContent(answers).sha256
        let delivery = Delivery(
            secrets: secrets, mac: Idempotency.mac(secrets.idemKey, canonicalSHA256: digest), answerMark: nil,
            mayOpenThread: true, kind: answers.kind, language: submission.language,
            channel: submission.channel, actor: actor(submission), words: Array(answers.text("narrative").utf8),
            fields: fields(answers, sealedTo: .report), contact: fields(answers, sealedTo: .contact),
            contactMode: answers.contactMode, inDanger: submission.inDanger,
            cues: .read(from: answers, inDanger: submission.inDanger), signals: submission.signals,
            isMessagingLocked: answers.isMessagingLocked, time: intake.clock.now())
        return try await Deliver(intake: intake, delivery: delivery).perform(at: Place(opening: submission.thread))
    }

    private func check(_ answers: Answers) throws(Refusal) {
        guard answers.textBytes <= Form.textLimit else { throw .tooLarge }
        let problems = answers.form.pages(for: answers.contactMode).flatMap {
            AnswerCheck.problems(with: answers, on: $0)
        }
        guard problems.isEmpty else { throw .notValid(problems) }
    }

    /// The account is the content itself, so it is not among the fields.
    private func fields(_ answers: Answers, sealedTo destination: Question.Destination) -> [String: [String]] {
        Dictionary(
            uniqueKeysWithValues: answers.inFormOrder
                .filter { $0.question.destination == destination && $0.question.name != "narrative" }
                .map { ($0.question.name, $0.values) })
    }

    private func actor(_ submission: Submission) -> AuditEvent.Actor {
        submission.callTaker.map { .officer(username: $0.username) } ?? .reporter
    }
}
