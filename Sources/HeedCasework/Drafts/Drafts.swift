package import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// Keeps what an officer typed and did not send: sealed to that officer alone, bound to one report and form.
/// Saving takes no session key, only whose session it is, so that text posted after the lock is kept too.
package struct Drafts: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// Seals and stores a draft in the place of an earlier one for the same form.
    /// - Returns: nothing is said of whether there was one.
    package func save(session: String, thread: RecordID?, form: String, text: [UInt8]) async throws {
        guard text.count <= SessionVault.maximumHeld else { throw Refusal.tooLarge }
        guard let cookie = SessionCookie(value: session), let owner = owner(of: cookie) else {
            throw Refusal.notAllowed(.signedOut)
        }
        let (trust, days, audit, now) = (desk.trust, desk.settings.draftDays, desk.audit, desk.clock.now())
        let perDay = max(1, 86_400 / desk.calendar.interval)
        let meta = try SortedJSON.encode(DraftMeta(username: owner.username, thread: thread, form: form, time: now))
        let content = try SealedContent(meta: meta, content: text).encode(.text)
        try await desk.database.write { db in
            let batch = try db.currentBatch()
            guard let account = try db.officer(owner.username), account.isActive,
                let row = try db.certificate(account.certificate), let certificate = try? trust.usable(row, at: batch)
            else { throw Refusal.notAllowed(.signedOut) }
            let file = try AgeSealer.seal(content, to: [certificate.recipient])
            try db.replace(
                DraftRow(
                    id: RecordID.random().bytes, username: owner.username, thread: thread?.bytes, form: form,
                    file: file, batch: batch))
            try db.deleteDrafts(before: batch - days * perDay)
            audit.append(
                .draftSaved, by: owner.username, on: thread?.hex ?? "", detail: form, at: now, in: db)
        }
    }

    /// The text as it was typed; nil where there is none for this report and form.
    package func restore(session: String, thread: RecordID?, form: String) async throws -> [UInt8]? {
        try await desk.asOfficer(session) { officer, keys in
            let (username, identity) = (officer.officer.username, keys.identity)
            let rows = try await desk.database.read { db in try db.drafts(of: username) }
            guard let row = rows.first(where: { $0.thread == thread?.bytes && $0.form == form }),
                let opened = try? AgeOpener.open(row.file, with: [identity]),
                let content = try? SealedContent(decoding: opened),
                let meta = try? SortedJSON.decode(DraftMeta.self, from: content.meta),
                meta.username == username, meta.thread == thread, meta.form == form
            else { return nil }
            return content.content
        }
    }

    /// Erases a draft: when it was sent, or when its author drops it.
    package func erase(session: String, thread: RecordID?, form: String) async throws {
        try await desk.asOfficer(session) { officer, _ in
            let (username, audit, now) = (officer.officer.username, desk.audit, desk.clock.now())
            try await desk.database.write { db in
                guard try db.deleteDraft(of: username, thread: thread?.bytes, form: form) else { return }
                audit.append(.draftErased, by: username, on: thread?.hex ?? "", detail: form, at: now, in: db)
            }
        }
    }

    private func owner(of cookie: SessionCookie) -> SessionOwner? {
        switch desk.sessions.status(cookie) {
        case .open(let owner, _), .locked(let owner, _): owner
        case .none: nil
        }
    }
}
