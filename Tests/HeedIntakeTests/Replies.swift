import FoundationEssentials
import HeedCore
import HeedIntake
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// Writes replies as the desk does, and as somebody who is not the desk would.
extension Site {
    func addOfficer(
        _ member: Force.Member? = nil, certificate: (hash: [UInt8], note: String)? = nil, holdsKey: Bool = true,
        active: Bool = true
    ) async throws {
        let member = member ?? force.officer
        let certificate = try certificate ?? force.certificate(of: member)
        _ = try await database.write { db in
            try db.execute(
                """
                INSERT INTO certificate (certificate_hash, username, person, note, revoked)
                VALUES (\(certificate.hash), \(member.username), \(member.person), \(certificate.note), \(false))
                """)
            try db.execute(
                """
                INSERT INTO officer (
                    username, certificate_hash, routine_file, grave_file, last_totp_step, failures, active)
                VALUES (
                    \(member.username), \(certificate.hash), \([UInt8]([1])), \([UInt8]([1])), \(0), \(0), \(active))
                """)
            if holdsKey {
                try db.execute(
                    """
                    INSERT INTO compartment_key (compartment, epoch, certificate_hash, file)
                    VALUES ('activity', 1, \(certificate.hash), \([UInt8]([1])))
                    """)
            }
        }
    }

    struct Reply {
        var round = 1
        var questions = ["when-last"]
        /// The thread it is signed for; nil for the thread it is put into.
        var signedFor: RecordID?
        var signer: SigningSeed?
        var recipient: HybridRecipient?
        var certificate: [UInt8]?
        var batch = 0
    }

    func put(_ reply: Reply, for sent: Submission) async throws {
        let secrets = ReporterSecrets(code: sent.code, instance: keys.instance)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let content = try encoder.encode(
            ReplyContent(round: reply.round, language: "en", questions: reply.questions))
        let object = try SealedObject.seal(
            SealedContent(meta: [], content: [UInt8](content)).encode(.text),
            to: [
                force.activity.recipient, reply.recipient ?? secrets.replyIdentity.recipient, force.recovery.recipient,
            ])
        let signature = try (reply.signer ?? force.officer.routine).sign(
            ReplyProof.message(thread: reply.signedFor ?? sent.thread, envelopeDigest: object.envelopeDigest))
        let certificate = try reply.certificate ?? force.certificate(of: force.officer).hash
        let id = RecordID.random().bytes
        _ = try await database.write { db in
            try db.insert(
                SealedRow(
                    id: id, thread: sent.thread.bytes, item: 0, purpose: .reply, compartment: "activity", epoch: 1,
                    keyCommitment: object.kc, payloadDigest: object.payloadSHA256, header: object.header,
                    payload: object.payload))
            try db.execute(
                """
                INSERT INTO reply (object_id, thread_id, round, certificate, signature, batch)
                VALUES (\(id), \(sent.thread.bytes), \(reply.round), \(certificate), \(signature), \(reply.batch))
                """)
        }
    }

    func open(_ code: ReporterCode) async throws -> Mailbox { try await OpenMailbox(intake).perform(code) }

    /// Marks an item decided and stores its leaf, as the desk does.
    func decide(_ item: Int, of sent: Submission, takenIn batch: Int) async throws {
        let secrets = ReporterSecrets(code: sent.code, instance: keys.instance)
        let leaf = try PendingLeaf(
            ledgerKey: LedgerKey(secrets.ledgerKey), item: item, kind: .decided, receivedIn: 0, takenIn: batch,
            detail: [UInt8](repeating: 7, count: 32), calendar: force.calendar)
        _ = try await database.write { db in
            try db.setStatus(.opened, of: item, in: sent.thread.bytes)
            try db.setStatus(.decided, of: item, in: sent.thread.bytes, decidedPerson: "4711")
            try db.insert(
                PendingLeafRow(
                    t: leaf.t, entry: leaf.entry, kind: 3, cohort: leaf.cohort, saltKind: leaf.saltKind,
                    commitmentBody: leaf.commitmentBody, releaseBatch: leaf.releaseBatch))
        }
    }
}
