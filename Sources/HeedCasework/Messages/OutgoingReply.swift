import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// A round on its way to a reporter, as rows of the step that sends it.
/// Sealed to the key that the report itself vouches for, never to one that merely stands in a row; nobody is shown it without
/// the sender's signature.
enum OutgoingReply {
    static func rows(
        _ message: Message, in file: CaseFile, by officer: UnlockedOfficer, _ keys: borrowing SessionKeys, desk: Desk
    ) throws -> @Sendable (Connection) throws -> Void {
        let now = desk.clock.now()
        let thread = file.rows.thread
        guard let key = thread.replyKey, !file.warnings.contains(.replyKeyReplaced) else {
            throw Refusal.notNow("refusal.reply-key")
        }
        let round = file.facts.drift.rounds + 1
        let content = ReplyContent(
            round: round, language: file.report.language, questions: message.questions, words: message.words)
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
