import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// Opens a page of the feedback box, for the one role that reads it. That they read is a row of the audit, written first.
package struct ReadFeedback: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Returns: nil where the officer's role reads the box and the officer does not hold its key.
    package func perform(session: String) async throws -> FeedbackBox? {
        try await desk.asOfficer(session) { officer, _ in
            guard officer.officer.role.areas.contains(.feedback) else { throw Refusal.notFound }
            guard officer.compartments.contains(.feedback) else { return nil }
            let (rows, unread) = try await desk.database.read { db in
                (try db.feedback(limit: FeedbackBox.page), try db.unreadFeedback())
            }
            try await desk.record(.feedbackViewed, by: officer.officer.username, detail: "\(rows.count)")
            return FeedbackBox(entries: rows.compactMap { open($0, officer) }, unread: unread)
        }
    }

    private func open(_ row: FeedbackRow, _ officer: UnlockedOfficer) -> FeedbackEntry? {
        guard let id = RecordID(bytes: row.id) else { return nil }
        let start = Instant(seconds: Int64(desk.calendar.openingDate(of: row.batch).unixSeconds))
        return FeedbackEntry(id: id, day: CalendarDay(start), feedback: Self.feedback(in: row, id, officer))
    }

    private static func feedback(in row: FeedbackRow, _ id: RecordID, _ officer: UnlockedOfficer) -> Feedback? {
        guard row.format == FeedbackMeta.version,
            let key = officer.key(of: Compartment.feedback.rawValue, epoch: row.epoch),
            let opened = try? AgeOpener.open(row.file, with: [key.identity]),
            let content = try? SealedContent(decoding: opened),
            let meta = try? SortedJSON.decode(FeedbackMeta.self, from: content.meta),
            meta.v == FeedbackMeta.version, meta.id == id
        else { return nil }
        return Feedback(
            words: String(decoding: content.content, as: UTF8.self), found: meta.found, language: meta.language)
    }
}
