import FoundationEssentials
package import HeedCore
import HeedSQL
import HeedStore
package import HeedVault

/// Receives a partner's answer: seals it to those who asked, stores it, and only then says so.
/// The same words under the same code count once. An answer is read by an officer's signed step and by nobody before.
package struct SendPartnerAnswer: Sendable {
    let intake: Intake

    package init(_ intake: Intake) { self.intake = intake }

    /// - Throws: `notValid`; `notFound` for a code that is unknown, withdrawn or past its time; `notNow(.partnerFull)` after
    ///   `PartnerAnswer.most` answers; `tooMany`, `closed`. In every case nothing was stored.
    package func perform(_ answer: PartnerAnswer, language: String, code: PartnerCode) async throws(Refusal) {
        let problems = answer.problems
        guard problems.isEmpty else { throw .notValid(problems) }
        let finder = PartnerFinder(intake: intake)
        let found = try await finder.find(code)
        let piece = try intake.refusing { try sealed(answer, language, found) }
        let (audit, life, today) = (intake.audit, finder.life, finder.batchNow)
        let tag = found.secrets.requestTag
        let event = AuditEvent(
            actor: .partner, verb: .partnerAnswerReceived, object: found.thread.hex, time: piece.time)
        do {
            try await intake.commits.commit { db in
                guard try !db.holdsPartnerAnswer(mac: piece.row.mac) else { return }
                let current = try db.currentBatch()
                // Once more, in the transaction: it may have been withdrawn while this was being sealed.
                guard let standing = try db.foundPartnerRequest(tag: tag),
                    !life.isOver(made: standing.batch, firstUsed: standing.firstBatch, in: max(current, today))
                else { throw Refusal.notFound }
                guard try db.answerCount(of: piece.row.request) < PartnerAnswer.most else {
                    throw Refusal.notNow(.partnerFull)
                }
                var row = piece.row
                row.batch = current
                try db.place(row, piece.object)
                audit.append(event, in: db)
            }
        } catch SQLError.unique {
            // Another process stored the same words a moment before.
            return
        } catch {
            throw intake.refusal(for: error)
        }
    }

    private struct Piece: Sendable {
        let row: PartnerAnswerRow
        let object: SealedRow
        let time: Instant
    }

    private func sealed(_ answer: PartnerAnswer, _ language: String, _ found: PartnerFinder.Found) throws -> Piece {
        let time = intake.clock.now()
        let words = Array(answer.words.value.utf8)
        let proof = PartnerProof.answer(to: found.request, kind: answer.kind, wordsSHA256: Digest.sha256(words))
        let meta = PartnerAnswerMeta(
            thread: found.thread, request: found.request, kind: answer.kind, time: time, language: language,
            signature: HeedVault.Hex.encode(try found.secrets.answerSigningSeed.sign(proof)))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let compartment = PartnerAsking.compartment
        let object = try SealedObject.seal(
            SealedContent(meta: [UInt8](try encoder.encode(meta)), content: words).encode(.text),
            to: intake.keys.recipients(of: compartment))
        let id = RecordID.random()
        let digest = CanonicalContent(fields: [
            (name: "kind", value: answer.kind.rawValue), (name: "words", value: answer.words.value),
        ]).sha256
        return Piece(
            row: PartnerAnswerRow(
                object: id.bytes, request: found.request.bytes, thread: found.thread.bytes,
                mac: Idempotency.mac(found.secrets.idemKey, canonicalSHA256: digest), batch: 0),
            object: SealedRow(
                id: id.bytes, thread: found.thread.bytes, item: nil, purpose: .partner,
                compartment: compartment.rawValue, epoch: intake.keys.epoch(of: compartment), keyCommitment: object.kc,
                payloadDigest: object.payloadSHA256, header: object.header, payload: object.payload),
            time: time)
    }
}

extension Refusal.Reason {
    /// A request has as many answers as it may.
    package static let partnerFull: Refusal.Reason = "partner.full"
}
