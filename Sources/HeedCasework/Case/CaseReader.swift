import HeedCore
import HeedKeyring
import HeedLedger
import HeedStore
import HeedVault

/// Opens a thread's rows with an officer's keys and checks every binding between them.
struct CaseReader {
    let rows: CaseRows
    let certificates: [[UInt8]: CertificateRow]
    let officer: UnlockedOfficer
    let trust: Trust
    /// The moment for which the rules are asked.
    let now: Instant
    /// What this force does beside what every force does, and within what times.
    let settings: DeskSettings
    /// How often this officer has looked at online material of late.
    let exposure: Exposure

    /// - Throws: `Refusal.notFound` where the officer does not hold the compartment: as if there were no such thread.
    ///   `Refusal.notNow("refusal.unreadable")` where the report itself does not open.
    func open() throws -> CaseFile {
        guard let thread = RecordID(bytes: rows.thread.id),
            officer.officer.compartments.contains(where: { $0.rawValue == rows.thread.compartment }),
            officer.key(of: rows.thread.compartment, epoch: rows.thread.epoch) != nil
        else { throw Refusal.notFound }
        var warnings: Set<CaseWarning> = []
        guard let report = openItem(0, report: nil) else { throw Refusal.notNow("refusal.unreadable") }
        guard let keyBytes = HeedCore.Hex.decode(report.meta.ledgerKey), let ledgerKey = try? LedgerKey(keyBytes)
        else { throw Refusal.notNow("refusal.unreadable") }
        var items = [report]
        for row in rows.items where row.item > 0 {
            if let item = openItem(row.item, report: report.meta) {
                items.append(item)
            } else {
                warnings.insert(.itemUnreadable(row.item))
            }
        }
        if items.contains(where: { !isContactWhole(of: $0) }) { warnings.insert(.contactReplaced) }
        if !isReplyKey(of: report.meta) { warnings.insert(.replyKeyReplaced) }
        let (answers, unreadable) = PartnerReader(reader: self).read()
        if unreadable > 0 { warnings.insert(.answerUnreadable) }
        var history = StepReader(reader: self, ledgerKey: ledgerKey).read(
            facts: facts(of: items, answers: Set(answers.map(\.id))))
        history.facts.look(at: now)
        history.facts.count(exposure)
        warnings.formUnion(history.warnings)
        return CaseFile(
            thread: thread, items: items, answers: answers.map { $0.proven(by: history.steps) }, steps: history.steps,
            facts: history.facts,
            times: CaseTimes(
                items: items, answers: answers, steps: history.steps.map(\.step), facts: history.facts),
            warnings: warnings, rows: rows, ledgerKey: ledgerKey)
    }

    /// Opens a sealed object with the key of its own compartment and epoch.
    func unseal(_ row: SealedRow) -> (content: SealedContent, object: OpenedObject)? {
        guard let payload = row.payload, row.format == 1,
            row.compartment == rows.thread.compartment,
            let identity = officer.key(of: row.compartment, epoch: row.epoch)?.identity,
            let object = try? SealedObject.open(header: row.header, payload: payload, with: identity),
            object.kc == row.keyCommitment, object.payloadSHA256 == row.payloadDigest,
            let content = try? SealedContent(decoding: object.content)
        else { return nil }
        return (content, object)
    }

    private func openItem(_ number: Int, report: ReportMeta?) -> CaseItem? {
        guard let row = rows.sealedItem(number), let batch = rows.items.first(where: { $0.item == number })?.batch,
            let opened = unseal(row),
            let meta = try? SortedJSON.decode(ReportMeta.self, from: opened.content.meta),
            meta.thread.bytes == rows.thread.id, meta.item == number, meta.v == ReportMeta.version
        else { return nil }
        return CaseItem(
            number: number, meta: meta,
            text: Redacted(String(decoding: opened.content.content, as: UTF8.self)),
            sender: report.map { sender(of: meta, content: opened.content.content, report: $0) } ?? .report,
            batch: batch, envelopeDigest: opened.object.envelopeDigest)
    }

    /// "Same person" only where the follow-up is signed by the key sealed in the first report.
    private func sender(of meta: ReportMeta, content: [UInt8], report: ReportMeta) -> CaseItem.Sender {
        guard let signature = meta.signature.flatMap({ HeedCore.Hex.decode($0) }),
            let keyBytes = HeedCore.Hex.decode(report.followUpKey), let key = try? VerifyKey(keyBytes)
        else { return .unproven }
        let signed = FollowUpProof.message(thread: meta.thread, item: meta.item, contentSHA256: Digest.sha256(content))
        return key.accepts(signature, for: signed) ? .samePerson : .unproven
    }

    private func isContactWhole(of item: CaseItem) -> Bool {
        guard let binding = item.meta.contact else { return true }
        return rows.objects.contains {
            $0.purpose == .contact && $0.item == item.number && HeedCore.Hex.encode($0.keyCommitment) == binding.kc
                && HeedCore.Hex.encode($0.payloadDigest) == binding.payloadSHA256
        }
    }

    private func isReplyKey(of meta: ReportMeta) -> Bool {
        guard let key = rows.thread.replyKey else { return true }
        return HeedCore.Hex.encode(Digest.sha256(key)) == meta.replyKey
    }

    /// A lock that any item brings holds for the thread: who is family now was family before. Only a thread of which
    /// every item looks like a machine's is set aside: one that looks like a person's lifts it, none pushes it down.
    private func facts(of items: [CaseItem], answers: Set<RecordID>) -> CaseFacts {
        CaseFacts(
            kind: items[0].meta.kind, items: rows.items.map(\.item), answers: answers,
            isSetAside: !items.isEmpty && items.allSatisfy { !$0.meta.signals.isEmpty },
            isMessagingLocked: items.contains(where: \.meta.isMessagingLocked), hasCode: rows.thread.replyKey != nil,
            isThreadOver: now >= items[0].meta.time + settings.messages.openFor, options: settings.options,
            messages: settings.messages, glassLasts: settings.glassLasts)
    }
}
