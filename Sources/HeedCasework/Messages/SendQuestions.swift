package import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// Puts one round of approved questions to a reporter: they only clarify what the person already knows.
/// The reply is sealed to the key that the report itself vouches for, never to one that merely stands in a row, and
/// nobody is shown it without this officer's signature.
package struct SendQuestions: Sendable {
    private let desk: Desk
    /// Days after which nobody writes to a reporter any more, so that a clarification does not become a relationship.
    package static let openDays: Seconds = 28

    package init(_ desk: Desk) { self.desk = desk }

    /// - Parameter questions: keys out of `Message.approved`, one to three.
    package func perform(_ form: StepForm, questions: [String]) async throws -> TakenStep {
        guard let message = Message(questions: questions) else {
            throw Refusal.notValid([FieldProblem(field: "questions", key: "problem.questions")])
        }
        let desk = desk
        let reply = ExtraRows { file, officer, keys in
            try Self.rows(message, in: file, by: officer, keys, desk: desk)
        }
        return try await TakeStep(desk: desk).perform(form, StepDraft(.messaged, body: .message(message)), also: reply)
    }

    private static func rows(
        _ message: Message, in file: CaseFile, by officer: UnlockedOfficer, _ keys: borrowing SessionKeys, desk: Desk
    ) throws -> @Sendable (Connection) throws -> Void {
        let now = desk.clock.now()
        guard now < file.report.time + openDays * 86_400 else { throw Refusal.notNow("refusal.thread-closed") }
        let thread = file.rows.thread
        guard let key = thread.replyKey, !file.warnings.contains(.replyKeyReplaced) else {
            throw Refusal.notNow("refusal.reply-key")
        }
        let round = file.facts.rounds + 1
        let content = ReplyContent(round: round, language: file.report.language, questions: message.questions)
        let meta = ReplyMeta(thread: file.thread, round: round, time: now)
        let sealed = try SealedObject.seal(
            SealedContent(meta: SortedJSON.encode(meta), content: SortedJSON.encode(content)).encode(.text),
            to: recipients(of: thread, reporter: HybridRecipient(key), trust: desk.trust))
        let object = RecordID.random()
        let proof = ReplyProof.message(thread: file.thread, envelopeDigest: sealed.envelopeDigest)
        let signature = try keys.sign(bytes: proof)
        let row = SealedRow(
            id: object.bytes, thread: thread.id, item: 0, purpose: .reply, compartment: thread.compartment,
            epoch: thread.epoch, keyCommitment: sealed.kc, payloadDigest: sealed.payloadSHA256,
            header: sealed.header, payload: sealed.payload)
        let reply = ReplyRow(
            object: object.bytes, thread: thread.id, round: round, certificate: officer.certificate.hash,
            signature: signature, batch: file.rows.currentBatch)
        let (audit, username) = (desk.audit, officer.officer.username)
        return { db in
            try db.insert(row)
            try db.insert(reply)
            audit.append(.messageSent, by: username, on: file.thread.hex, detail: "round \(round)", at: now, in: db)
        }
    }

    /// Compartment, reporter, recovery: the order of stanzas in every reply.
    private static func recipients(
        of thread: ThreadRow, reporter: HybridRecipient, trust: Trust
    ) throws -> [HybridRecipient] {
        let others = try trust.recipients(of: thread)
        return [others[0], reporter, others[1]]
    }
}
