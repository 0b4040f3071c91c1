package import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore

/// From a handle that was typed to the report it names, among those that the officer's keys open.
/// One that was mistyped, one never given out and one of somebody else's compartment have one answer.
package struct FindByHandle: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Throws: `Refusal.notValid` where there is nothing of that name for this officer.
    package func perform(session: String, typed: String) async throws -> RecordID {
        try await desk.asOfficer(session) { officer, _ in
            guard officer.officer.role.areas.contains(.glass) else { throw Refusal.notFound }
            let range = RecordID.handleRange(typed: typed)
            let found = try await desk.database.read { db in
                try range.map { range in
                    try db.threads(from: range.first.bytes, through: range.last.bytes, in: officer.queues)
                } ?? []
            }
            // Two reports of one handle: the officer has to go by the list.
            guard found.count == 1, let thread = RecordID(bytes: found[0]) else {
                try await desk.record(.accessRefused, by: officer.officer.username, detail: "break-glass")
                throw Refusal.notValid([FieldProblem(field: "handle", key: "problem.handle.unknown")])
            }
            return thread
        }
    }
}
