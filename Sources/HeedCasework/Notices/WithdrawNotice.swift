package import HeedCore
import HeedSQL
import HeedStore

/// Takes a notice off the public site before its end. It is not deleted: what was said, and that it was taken back, stay.
package struct WithdrawNotice: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Returns: the number of the change.
    /// - Throws: `Refusal.notFound` for one that does not stand and will not: over, or withdrawn already.
    package func perform(session: String, notice: RecordID) async throws -> Int {
        try await desk.asSpeaker(session) { officer in
            let now = desk.clock.now()
            return try await desk.change(.noticeWithdrawn, by: officer, at: now) { db, version in
                guard let standing = try db.bulletin(at: now).notices.first(where: { $0.id == notice }) else {
                    throw Refusal.notFound
                }
                try db.withdraw(notice, version: version)
                return (notice.hex, standing.kind.rawValue)
            }
        }
    }
}
