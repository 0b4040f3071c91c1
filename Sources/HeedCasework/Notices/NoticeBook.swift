package import HeedCore
import HeedSQL
import HeedStore

/// What those who speak for the force see: every notice of late, the threat level, and what the public site shows.
package struct NoticeBook: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// What was read, at one moment.
    package struct Sheet: Sendable {
        package let now: Instant
        /// Newest first.
        package let entries: [Entry]
        package let threat: ThreatReading?
        package let version: Int
        /// The change that the public site last said it shows.
        package let shown: Int
    }

    /// A notice and whether it was taken back.
    package struct Entry: Sendable {
        package let notice: Notice
        package let isWithdrawn: Bool
    }

    private static let most = 50

    package func read(session: String) async throws -> Sheet {
        try await desk.asSpeaker(session) { _ in
            let now = desk.clock.now()
            return try await desk.database.read { db in
                Sheet(
                    now: now,
                    entries: try db.notices(limit: Self.most).map {
                        Entry(notice: $0.notice, isWithdrawn: $0.withdrawn != nil)
                    },
                    threat: try db.threatLevel(), version: try db.bulletinVersion(), shown: try db.bulletinShown())
            }
        }
    }

    /// What keeps a draft from being published now. Publishing asks again.
    package func problems(session: String, draft: NoticeDraft) async throws -> [FieldProblem] {
        try await desk.asSpeaker(session) { _ in
            let (rules, now) = (desk.settings.notices, desk.clock.now())
            let bulletin = try await desk.database.read { db in try db.bulletin(at: now) }
            return rules.problems(with: draft, beside: bulletin, at: now)
        }
    }

    /// Waits until the public site says that it shows a change, for some seconds at most.
    /// - Returns: whether it did.
    package func waitUntilShown(_ version: Int, for limit: Duration = .seconds(5)) async throws -> Bool {
        let start = ContinuousClock.now
        while true {
            if try await desk.database.read({ db in try db.bulletinShown() }) >= version { return true }
            guard ContinuousClock.now - start < limit else { return false }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
