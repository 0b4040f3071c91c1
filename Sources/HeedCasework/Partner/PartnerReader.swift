import HeedCore
import HeedStore
import HeedVault

/// Opens partners' answers to one thread. One that does not open, or belongs elsewhere, is reported and counts for nothing.
struct PartnerReader {
    let reader: CaseReader

    /// Oldest first, and how many could not be read.
    func read() -> (answers: [PartnerReply], unreadable: Int) {
        let opened = reader.rows.answers.map(open)
        return (opened.compactMap(\.self).sorted { $0.time < $1.time }, opened.count { $0 == nil })
    }

    private func open(_ row: PartnerAnswerRow) -> PartnerReply? {
        guard let sealed = reader.rows.object(row.object), sealed.purpose == .partner,
            let opened = reader.unseal(sealed),
            let meta = try? SortedJSON.decode(PartnerAnswerMeta.self, from: opened.content.meta),
            meta.v == 1, meta.thread.bytes == row.thread, meta.request.bytes == row.request,
            let id = RecordID(bytes: row.object)
        else { return nil }
        return PartnerReply(
            id: id, meta: meta, words: opened.content.content, digest: opened.object.envelopeDigest)
    }
}
