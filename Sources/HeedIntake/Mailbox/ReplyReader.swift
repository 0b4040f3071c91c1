import FoundationEssentials
import HeedCore
import HeedLedger
import HeedStore
import HeedVault

/// Opens replies with the key from a code, and lets through only what a certified officer signed for this thread.
struct ReplyReader {
    let secrets: DerivedSecrets
    let thread: RecordID
    let kind: ReportKind
    let keys: IntakeKeys
    let currentBatch: Int

    /// The replies that verify, by round, each round once.
    /// Where there is none, one that nobody sent is tried, so that having no reply costs what having one does.
    func read(_ rows: [MailboxRows.Reply]) -> [ReplyContent] {
        if rows.isEmpty { keys.decoy.tryOpening(with: secrets.replyIdentity) }
        var rounds: [Int: ReplyContent] = [:]
        for row in rows {
            if let content = verified(row) {
                // A copy under another id is the same reply; a second one for a round is not shown over the first.
                if rounds[content.round] == nil { rounds[content.round] = content }
            } else {
                IntakeMetrics.count(.repliesRefused)
            }
        }
        return rounds.values.sorted { $0.round < $1.round }
    }

    private func verified(_ row: MailboxRows.Reply) -> ReplyContent? {
        guard !row.isRevoked, row.batch <= currentBatch,
            let certificate = keys.certificates.certificate(
                hash: row.certificate, note: row.note, writtenIn: row.batch, readIn: currentBatch),
            certificate.covers(compartment: kind.compartment.rawValue),
            let opened = try? SealedObject.open(
                header: row.header, payload: row.payload, with: secrets.replyIdentity),
            certificate.routineKey.accepts(
                row.signature, for: ReplyProof.message(thread: thread, envelopeDigest: opened.envelopeDigest)),
            let content = try? SealedContent(decoding: opened.content),
            let reply = try? JSONDecoder().decode(ReplyContent.self, from: Data(content.content)),
            reply.isKnown
        else { return nil }
        return reply
    }
}
