package import HeedCore
import HeedKeyring

/// How many closed concerns wait for a decision on keeping them, for every page of whoever may take it. Rings on the desk
/// alone: when one is due hangs on what is sealed, so with nobody signed in nobody knows.
package struct RetentionWatch: Sendable {
    private let desk: Desk
    /// So many are opened for one page, until the session knows all.
    private static let slice = 16
    /// Pages within so many seconds show what was counted before.
    private static let pause: Seconds = 60

    package init(_ desk: Desk) { self.desk = desk }

    /// What this officer can decide: a proposal of their own waits for somebody else. Looking keeps no session open and is no
    /// look at a report.
    package func count(session: String, of officer: Officer) async throws -> Int {
        // Before anything is asked of the store: to other teams there is no such thing.
        guard ReportKind.prevent.workflow.roles(for: .retained).contains(officer.role) else { return 0 }
        return try await desk.asOfficer(session, touch: false) { officer, _ in
            let now = desk.clock.now()
            if let known = officer.dues.count(since: now + -Self.pause) { return known }
            let due = try await RetentionList(desk: desk, officer: officer).due(now: now, opening: Self.slice)
            let count = due.count { $0.proposer != officer.officer.person }
            officer.dues.keep(count: count, at: now)
            return count
        }
    }
}
