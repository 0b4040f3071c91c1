package import HeedCore
import HeedLedger
import HeedVault

/// Opens a partner's answer for the first time: a signed step that names its digest, after which its words may be read.
/// - Throws: `Refusal.conflict` where somebody else read it a moment before, `notFound` where there is no such answer.
package struct ReadPartnerAnswer: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, answer: RecordID) async throws -> TakenStep {
        let taken = try await TakeStep(desk: desk).perform(
            form,
            StepDraft(.partnerAnswered) { file in
                guard let reply = file.answers.first(where: { $0.id == answer }) else { throw Refusal.notFound }
                guard file.facts.unreadAnswers.contains(answer) else { throw Refusal.conflict }
                return .answerRead(
                    request: reply.request, answer: answer, digest: HeedVault.Hex.encode(reply.digest))
            })
        // The alarm goes now, not at the next look. The step is done: a failed look changes nothing about it.
        try? await desk.watchdog.look()
        return taken
    }
}
