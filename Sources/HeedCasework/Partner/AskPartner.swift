package import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
package import HeedVault

/// Asks a named partner on a page of their own: makes the request, seals it to a fresh code, and gives that code once.
///
/// The code is kept nowhere: what finds the request, opens it and proves the answer comes from it. The partner reads the
/// officer's plain words and nothing else of the record. A step like any other, and the disclosure is in the audit.
package struct AskPartner: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Parameter given: what came with the form for a field that the kind's table declares.
    /// - Returns: the step, and the code to be told to the partner; it is not had again.
    package func perform(
        _ form: StepForm, given: @escaping @Sendable (RecordField) -> [String]
    ) async throws -> (step: TakenStep, code: PartnerCode) {
        let desk = desk
        let code = PartnerCode.issue()
        let secrets = PartnerSecrets(code: code, instance: Instance(origin: desk.trust.manifest.origin))
        let key = HeedVault.Hex.encode(try secrets.answerSigningSeed.verifyKey.bytes)
        let request = RecordID.random()
        var draft = StepDraft(.partnerAsked) { file in
            guard let fields = file.kind.workflow.rule(for: .partnerAsked)?.records,
                file.compartment == PartnerAsking.compartment
            else { throw Refusal.notFound }
            let record = HeedCore.StepRecord(of: fields, given)
            try Problems.refuse(record.problems(against: fields))
            return .asked(PartnerAsking(request: request, answerKey: key, record: record))
        }
        draft.also = ExtraRows { file, officer, keys in
            guard let fields = file.kind.workflow.rule(for: .partnerAsked)?.records else { throw Refusal.notFound }
            let words = HeedCore.StepRecord(of: fields, given).text(PartnerAsking.wordsField)
            let content = PartnerRequestContent(request: request, words: words)
            return try Self.rows(content, secrets, in: file, by: officer, keys, desk: desk)
        }
        let step = try await TakeStep(desk: desk).perform(form, draft)
        return (step, code)
    }

    private static func rows(
        _ content: PartnerRequestContent, _ secrets: PartnerSecrets, in file: CaseFile, by officer: UnlockedOfficer,
        _ keys: borrowing SessionKeys, desk: Desk
    ) throws -> @Sendable (Connection) throws -> Void {
        let now = desk.clock.now()
        let thread = file.rows.thread
        let others = try desk.trust.recipients(of: thread)
        // Compartment, partner, recovery: the order of stanzas in whatever goes to somebody outside.
        let sealed = try SealedObject.seal(
            SealedContent(meta: [], content: SortedJSON.encode(content)).encode(.text),
            to: [others[0], secrets.requestIdentity.recipient, others[1]])
        let proof = PartnerProof.request(content.request, envelopeDigest: sealed.envelopeDigest)
        let object = RecordID.random()
        let request = PartnerRequestRow(
            id: content.request.bytes, thread: thread.id, tag: secrets.requestTag, object: object.bytes,
            certificate: officer.certificate.hash, signature: try keys.sign(bytes: proof),
            batch: file.rows.currentBatch)
        let row = SealedRow(
            id: object.bytes, thread: thread.id, item: nil, purpose: .partner, compartment: thread.compartment,
            epoch: thread.epoch, keyCommitment: sealed.kc, payloadDigest: sealed.payloadSHA256,
            header: sealed.header, payload: sealed.payload)
        let (audit, username) = (desk.audit, officer.officer.username)
        return { db in
            try db.insert(row)
            try db.insert(request)
            audit.append(.partnerAsked, by: username, on: file.thread.hex, at: now, in: db)
        }
    }
}
