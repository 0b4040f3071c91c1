import HeedCore
import HeedSQL
import HeedStore

extension Desk {
    /// Runs what only those who speak for the force may do. For everybody else there is no such thing.
    func asSpeaker<Value>(
        _ session: String, _ body: (UnlockedOfficer) async throws -> Value
    ) async throws -> Value {
        try await asOfficer(session) { officer, _ in
            guard officer.officer.role.areas.contains(.notices) else {
                try await record(.accessRefused, by: officer.officer.username, detail: "notices")
                throw Refusal.notFound
            }
            return try await body(officer)
        }
    }

    /// One change of what the public is told, with its audit row, in one transaction.
    /// - Parameter change: gets the number of the change, writes it, and says what it acted on.
    /// - Returns: the number of the change.
    func change(
        _ verb: AuditVerb, by officer: UnlockedOfficer, at now: Instant,
        _ change: @escaping @Sendable (Connection, Int) throws -> (object: String, detail: String)
    ) async throws -> Int {
        let (audit, trust, username) = (audit, trust, officer.officer.username)
        return try await database.write { db in
            try officer.checkStillCounts(in: db, trust: trust)
            let version = try db.bulletinVersion() + 1
            let done = try change(db, version)
            audit.append(verb, by: username, on: done.object, detail: done.detail, at: now, in: db)
            return version
        }
    }
}
