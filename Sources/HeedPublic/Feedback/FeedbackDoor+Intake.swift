package import HeedIntake

extension FeedbackDoor {
    /// The box of a running service.
    package init(_ intake: Intake) {
        let gate = FeedbackGate(intake)
        self.init(
            gate: { await gate.refusal() },
            send: { feedback, form in try await SendFeedback(intake).perform(feedback, form: form) })
    }
}
