package import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore
import HeedVault

/// Opens how a reporter can be reached, for one officer who holds the key of sources, once, for a stated purpose and with a
/// fresh proof. It is a signed step of the report, for the week's review; step, purpose and reason in the audit, and the code
/// that is used up are one transaction, before a byte leaves. For everybody else there is no such page, and nothing tells
/// whether there is anything to open: every report has a contact object of one size. R49, R57.
package struct OpenContact: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// What it is opened for.
    package enum Purpose: String, CaseIterable, Sendable { case danger, lawful, other }

    /// - Throws: `Refusal.notFound` for what does not exist and for who may not know of it: one answer; `Refusal.notValid` for
    ///   a blank reason; `Refusal.notNow` where nobody opened the report, or what is there is not what was sent; and as `accept`.
    package func perform(
        session: String, thread: RecordID, purpose: Purpose, reason: String, proof: FreshProof
    ) async throws -> ContactView {
        try await desk.asOfficer(session) { officer, keys in
            let file = try await desk.load(thread, as: officer)
            guard officer.compartments.contains(file.kind.contactCompartment),
                officer.officer.role.areas.contains(.contact)
            else {
                try await desk.record(.accessRefused, by: officer.officer.username, on: thread.hex, detail: "contact")
                throw Refusal.notFound
            }
            try Problems.refuse(blank: ("reason", reason))
            guard !file.facts.unopened.contains(0) else {
                throw Refusal.notNow("refusal.open-first")
            }
            let accepted = try await desk.accept(proof, by: officer, for: "contact")
            // Before the code is spent: what does not open is not written down as opened.
            let left = try await left(in: file, officer)
            let (audit, name, now) = (desk.audit, officer.officer.username, desk.clock.now())
            var step = StepDraft(.identityOpened, body: .reason("\(purpose.rawValue): \(reason)"))
            step.also = ExtraRows { _, _, _ in
                { db in
                    try accepted.use(in: db)
                    audit.append(
                        .contactOpened, by: name, on: thread.hex, detail: purpose.rawValue, reason: reason, at: now,
                        in: db)
                }
            }
            _ = try await TakeStep(desk: desk).perform(
                StepForm(session: session, thread: thread, version: 0), step, officer, keys)
            return ContactView(thread: thread, kind: file.kind, left: left, until: now + ContactView.shownFor)
        }
    }

    /// A report sent again with the same code has a contact object of its own; what nobody opened stays closed.
    private func left(in file: CaseFile, _ officer: UnlockedOfficer) async throws -> [ContactView.Left] {
        var left: [ContactView.Left] = []
        for item in file.items where !file.facts.unopened.contains(item.number) {
            guard let binding = item.meta.contact else { continue }
            let record = try await record(of: item.number, binding, in: file, officer)
            left.append(ContactView.Left(item: item.number, fields: Redacted(record.fields)))
        }
        return left
    }

    private func record(
        of item: Int, _ binding: ObjectBinding, in file: CaseFile, _ officer: UnlockedOfficer
    ) async throws -> ContactRecord {
        guard let id = file.rows.objects.first(where: { $0.purpose == .contact && $0.item == item })?.id,
            let row = try await desk.database.read({ db in try db.sealed(id) }), let payload = row.payload,
            let key = officer.key(of: file.kind.contactCompartment.rawValue, epoch: row.epoch),
            let opened = try? SealedObject.open(header: row.header, payload: payload, with: key.identity),
            HeedCore.Hex.encode(opened.kc) == binding.kc,
            HeedCore.Hex.encode(opened.payloadSHA256) == binding.payloadSHA256,
            let content = try? SealedContent(decoding: opened.content),
            let record = try? SortedJSON.decode(ContactRecord.self, from: content.content),
            record.thread == file.thread
        else { throw Refusal.notNow("refusal.unreadable") }
        return record
    }
}
