import HeedCore
import HeedLedger
import HeedStore

/// The rule of two persons, checked on what was signed.
enum SecondPerson {
    /// Steps by which somebody answers what another person put forward.
    static let answers: Set<Verb> = [
        .authorised, .refused, .ratified, .notRatified, .confirmed, .sentBack, .withdrawn, .messageSigned,
        .messageRefused, .messageWithdrawn, .sourceReviewed,
    ]
    /// Those that only another person may take, and that let something happen.
    static let consents: Set<Verb> = [.authorised, .ratified, .confirmed, .messageSigned, .sourceReviewed]

    /// - Returns: false for an answer that names another statement than the one waiting, or for a consent by the
    ///   person who asked for it, whatever the row says.
    static func isProven(_ step: OpenedStep, row: StepRow, history: StepReader.History) -> Bool {
        guard answers.contains(step.step.verb) else { return row.cosignerPerson == nil }
        // A decision on several items answers once: the later statements name the same question.
        let question = history.facts.asked(by: step.step.verb)?.number ?? lastAnswered(by: step, in: history)
        guard let answered = step.step.body.answered, answered.number == question,
            let asked = history.steps.first(where: { $0.step.number == answered.number }),
            asked.digest == answered.statement
        else { return false }
        let samePerson = asked.certificate.person == step.certificate.person
        if [.withdrawn, .messageWithdrawn].contains(step.step.verb) { return samePerson && row.cosignerPerson == nil }
        guard !samePerson else { return false }
        guard consents.contains(step.step.verb) else { return true }
        return asked.certificate.graveKey != step.certificate.graveKey
            && row.cosignerPerson == asked.certificate.person && row.cosignerCertificate == asked.certificate.hash
    }

    private static func lastAnswered(by step: OpenedStep, in history: StepReader.History) -> Int? {
        guard let last = history.steps.last, last.step.verb == step.step.verb, last.step.verb == .confirmed,
            last.certificate == step.certificate, case .answer(let number, _, _) = last.step.body
        else { return nil }
        return number
    }
}
