package import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore

/// Marks entries of the feedback box as read, which erases them. Entry and audit row go in one transaction; the row names
/// the entry by its random id and holds nothing of what it said.
package struct EraseFeedback: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Returns: how many were there. One that somebody else marked first is not counted twice.
    package func perform(session: String, entries: [RecordID]) async throws -> Int {
        try await desk.asOfficer(session) { officer, _ in
            guard officer.officer.role.areas.contains(.feedback), officer.compartments.contains(.feedback) else {
                try await desk.record(.accessRefused, by: officer.officer.username, detail: "feedback")
                throw Refusal.notFound
            }
            let (desk, now, name) = (desk, desk.clock.now(), officer.officer.username)
            let ids = entries.prefix(FeedbackBox.page)
            return try await desk.database.write { db in
                try officer.checkStillCounts(in: db, trust: desk.trust)
                var count = 0
                for id in ids where try db.deleteFeedback(id.bytes) {
                    desk.audit.append(.feedbackErased, by: name, on: id.hex, at: now, in: db)
                    count += 1
                }
                return count
            }
        }
    }
}
