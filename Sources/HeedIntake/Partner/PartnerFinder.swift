import FoundationEssentials
import HeedCore
import HeedLedger
import HeedStore
import HeedVault

/// Finds the one request that a partner's code opens, for showing it and for answering it.
/// Lets through only what a certified officer signed, and does for a code that finds nothing what it does for one that does.
struct PartnerFinder: Sendable {
    let intake: Intake

    var life: PartnerLife { PartnerLife(interval: intake.calendar.interval) }

    struct Found: Sendable {
        let row: FoundPartnerRequest
        let request: RecordID
        let thread: RecordID
        let content: PartnerRequestContent
        let answers: Int
        let batch: Int
        let secrets: PartnerSecrets
    }

    /// - Throws: `notFound` for a code that is unknown, withdrawn or past its time.
    func find(_ code: PartnerCode) async throws(Refusal) -> Found {
        IntakeMetrics.count(.lookups)
        await intake.patience.wait()
        let secrets = PartnerSecrets(code: code, instance: intake.keys.instance)
        let tag = secrets.requestTag
        let identity = try intake.refusing { try secrets.requestIdentity }
        let today = batchNow
        let (row, note, answers, current) = try await intake.look { db in
            let row = try db.foundPartnerRequest(tag: tag)
            return (
                row, try db.certificate(row?.certificate ?? tag), try db.answerCount(of: row?.id ?? tag),
                try db.currentBatch()
            )
        }
        // The later of two: a ledger that stands still keeps no code alive, nor does a clock that was put back.
        let batch = max(current, today)
        if row == nil { intake.keys.decoy.tryOpening(with: identity) }
        guard let row, let note, !note.isRevoked, let request = RecordID(bytes: row.id),
            let thread = RecordID(bytes: row.thread),
            let content = read(row, request, note: note.note, with: identity, in: batch),
            !life.isOver(made: row.batch, firstUsed: row.firstBatch, in: batch)
        else {
            intake.patience.failed()
            throw .notFound
        }
        return Found(
            row: row, request: request, thread: thread, content: content, answers: answers, batch: batch,
            secrets: secrets)
    }

    var batchNow: Int { intake.calendar.batch(at: Int(intake.clock.now().seconds)) }

    private func read(
        _ row: FoundPartnerRequest, _ request: RecordID, note: String, with identity: HybridIdentity, in batch: Int
    ) -> PartnerRequestContent? {
        guard
            let certificate = intake.keys.certificates.certificate(
                hash: row.certificate, note: note, writtenIn: row.batch, readIn: batch),
            certificate.covers(compartment: PartnerAsking.compartment.rawValue),
            let opened = try? SealedObject.open(header: row.header, payload: row.payload, with: identity),
            certificate.routineKey.accepts(
                row.signature, for: PartnerProof.request(request, envelopeDigest: opened.envelopeDigest)),
            let sealed = try? SealedContent(decoding: opened.content),
            let content = try? JSONDecoder().decode(PartnerRequestContent.self, from: Data(sealed.content)),
            content.v == 1, content.request == request
        else {
            IntakeMetrics.count(.repliesRefused)
            return nil
        }
        return content
    }
}
