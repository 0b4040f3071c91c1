package import HeedCore
import HeedStore
package import HeedVault

/// Receives what a reporter adds later, or answers to a round of questions. Sending the same words again counts once.
/// An unknown code gives `notFound`, as an erased one does.
package struct AddFollowUp: Sendable {
    let intake: Intake

    package init(_ intake: Intake) { self.intake = intake }

    /// - Parameters:
    ///   - round: the round of questions that this answers, where the page showed one.
    ///   - signals: what a machine may have left behind; for people to see, whatever they say it is received.
    package func perform(
        _ text: String, answering round: Int? = nil, language: String, signals: [LaneSignal] = [], code: ReporterCode
    ) async throws(Refusal) -> Acknowledgement {
        guard !AnswerCheck.isBlank(text) else {
            throw .notValid([FieldProblem(field: "message", key: "problem.message.empty")])
        }
        guard text.utf8.count <= Form.textLimit else { throw .tooLarge }
        let secrets = try intake.secrets(of: code)
        let (place, kind) = try await find(secrets.threadTag)
        let answered = round.map { [(name: "round", value: String($0))] } ?? []
        let digest = CanonicalContent(fields: [(name: "message", value: text)] + answered).sha256
        let delivery = Delivery(
            secrets: secrets, mac: Idempotency.mac(secrets.idemKey, canonicalSHA256: digest),
            answerMark: round.map { AnswerMark.mac(round: $0, idemKey: secrets.idemKey) }, mayOpenThread: false,
            kind: kind, language: language, channel: .web, actor: .reporter, words: Array(text.utf8),
            fields: round.map { ["round": [String($0)]] } ?? [:], contact: nil, contactMode: .code, inDanger: false,
            cues: [], signals: signals, isMessagingLocked: false, time: intake.clock.now())
        return try await Deliver(intake: intake, delivery: delivery).perform(at: place)
    }

    private func find(_ tag: [UInt8]) async throws(Refusal) -> (Place, ReportKind) {
        let found = try await intake.look { db -> (Place, ReportKind)? in
            guard let found = try db.foundThread(tag: tag), let thread = RecordID(bytes: found.id),
                let kind = ReportKind(rawValue: found.kind)
            else { return nil }
            return (Place(thread: thread, item: try db.nextItem(of: found.id)), kind)
        }
        guard let found else { throw .notFound }
        return found
    }
}
