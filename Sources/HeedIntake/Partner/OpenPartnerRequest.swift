package import HeedCore
import HeedLedger
import HeedSQL
import HeedStore
package import HeedVault

/// Shows the holder of a partner's code what they are asked, and marks the first time that they were.
///
/// A code that is unknown, withdrawn or past its time gets `notFound` after the same wait, statements and work. The mark is
/// durable before the words are shown: from it the code has a week to live.
package struct OpenPartnerRequest: Sendable {
    let intake: Intake

    package init(_ intake: Intake) { self.intake = intake }

    package func perform(_ code: PartnerCode) async throws(Refusal) -> PartnerRequest {
        let finder = PartnerFinder(intake: intake)
        let found = try await finder.find(code)
        let first = try await markFirstUse(of: found)
        let last = finder.life.last(made: found.row.batch, firstUsed: first, in: found.batch)
        return PartnerRequest(
            words: Redacted(found.content.words), answers: found.answers,
            lastDay: intake.calendar.openingDate(of: last).description)
    }

    /// - Returns: the batch of the first use, durably marked.
    private func markFirstUse(of found: PartnerFinder.Found) async throws(Refusal) -> Int {
        if let first = found.row.firstBatch { return first }
        let (audit, batch, time) = (intake.audit, found.batch, intake.clock.now())
        let event = AuditEvent(actor: .partner, verb: .partnerRequestRead, object: found.thread.hex, time: time)
        do {
            try await intake.commits.commit { db in
                if try db.markFirstUse(of: found.row.id, in: batch) { audit.append(event, in: db) }
            }
        } catch {
            throw intake.refusal(for: error)
        }
        return batch
    }
}
