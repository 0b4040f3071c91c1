package import HeedCore
package import HeedSQL
import HeedStore

/// What the public side may do with notices: read them, and say which change it shows. It publishes none.
package struct ReadNotices: Sendable {
    private let database: Database
    private let clock: Clock

    package init(_ database: Database, clock: Clock) {
        self.database = database
        self.clock = clock
    }

    /// The number of the last change, by one cheap query.
    package func version() async throws -> Int { try await database.read { db in try db.bulletinVersion() } }

    package func bulletin() async throws -> Bulletin {
        let now = clock.now()
        return try await database.read { db in try db.bulletin(at: now) }
    }

    /// Tells the desk which change stands on every page of the public site.
    package func noteShown(_ version: Int) async throws {
        try await database.write { db in try db.noteBulletinShown(version) }
    }
}
