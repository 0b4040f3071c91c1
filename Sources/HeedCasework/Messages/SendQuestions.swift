import HeedCore

/// Puts the one round of approved questions that takes no second person: they only clarify what the person already knows.
package struct SendQuestions: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Parameter questions: keys out of `Message.approved`, one to three.
    package func perform(_ form: StepForm, questions: [String]) async throws -> TakenStep {
        guard let message = Message(questions: questions) else {
            throw Refusal.notValid([FieldProblem(field: "questions", key: "problem.questions")])
        }
        let desk = desk
        var draft = StepDraft(.messaged, body: .message(message))
        draft.also = ExtraRows { file, officer, keys in
            try OutgoingReply.rows(message, in: file, by: officer, keys, desk: desk)
        }
        return try await TakeStep(desk: desk).perform(form, draft)
    }
}
