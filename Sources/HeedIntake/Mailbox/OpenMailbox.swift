package import HeedCore
import HeedLedger
import HeedSQL
import HeedStore
package import HeedVault

/// Shows the holder of a code where their report stands and what officers asked.
/// A code that is unknown, or whose report was erased, gets `notFound` after the same wait, statements and work.
///
/// No audit row is written: who comes back to their own messages, and when, is a record that nobody here needs and that
/// would be there to be taken. The audit is of what the force does.
package struct OpenMailbox: Sendable {
    let intake: Intake

    package init(_ intake: Intake) { self.intake = intake }

    package func perform(_ code: ReporterCode) async throws(Refusal) -> Mailbox {
        IntakeMetrics.count(.lookups)
        await intake.patience.wait()
        let secrets = try intake.secrets(of: code)
        let found = try await intake.look { db in try find(secrets, in: db) }
        let reader = ReplyReader(
            secrets: secrets, thread: found.thread, kind: found.kind, keys: intake.keys,
            currentBatch: found.rows.currentBatch)
        let replies = reader.read(found.rows.replies)
        guard found.isKnown else {
            intake.patience.failed()
            throw .notFound
        }
        // A replaced key seals replies to somebody else. The desk refuses to; here it is only counted.
        if found.rows.replyKey != secrets.replyRecipient.bytes { IntakeMetrics.count(.repliesRefused) }
        return Mailbox(
            items: found.rows.items.map { item in
                let cohort = intake.calendar.cohort(of: item.batch)
                return Mailbox.Item(
                    number: item.number, isConsidered: isConsidered(item, found),
                    includeBy: intake.calendar.closingDate(of: intake.calendar.includeBy(cohort: cohort)).description)
            },
            rounds: replies.map { reply in
                Mailbox.Round(
                    number: reply.round, language: reply.language, questions: reply.questions,
                    words: reply.words,
                    isAnswered: found.answered.contains(reply.round))
            })
    }

    private struct Found: Sendable {
        let isKnown: Bool
        let thread: RecordID
        let kind: ReportKind
        let rows: MailboxRows
        /// The batch in which the decided leaf of an item comes out.
        let released: [Int: Int]
        let answered: Set<Int>
    }

    /// - Returns: for an unknown code, what a thread that is not there holds.
    private func find(_ secrets: DerivedSecrets, in db: Connection) throws -> Found {
        let known = try db.foundThread(tag: secrets.threadTag)
        let thread = known.flatMap { RecordID(bytes: $0.id) } ?? .random()
        let rows = try db.mailbox(of: thread.bytes)
        var released: [Int: Int] = [:]
        for number in rows.items.isEmpty ? [0] : rows.items.map(\.number) {
            let leaf = try LeafKey(ledgerKey: secrets.ledgerKey, item: number, kind: .decided)
            released[number] = try db.releaseBatch(of: leaf.tag)
        }
        var answered: Set<Int> = []
        for round in 1...max(1, rows.replies.count)
        where try db.isMarked(AnswerMark.mac(round: round, idemKey: secrets.idemKey)) {
            answered.insert(round)
        }
        return Found(
            isKnown: known != nil, thread: thread, kind: known.flatMap { ReportKind(rawValue: $0.kind) } ?? .activity,
            rows: rows, released: released, answered: answered)
    }

    // Only what the public record shows too. A decision shown on the day it is taken would date it to that day, and
    // tell a suspect who reports himself how soon the force moved; so it waits for the batch of its leaf to close.
    private func isConsidered(_ item: MailboxRows.Item, _ found: Found) -> Bool {
        guard item.isDecided, let batch = found.released[item.number] else { return false }
        return batch < found.rows.currentBatch
    }
}
