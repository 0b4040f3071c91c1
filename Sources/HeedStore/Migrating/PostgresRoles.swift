import FoundationEssentials
package import HeedSQL

/// The rights of each kind of process on PostgreSQL: `Migrations/postgres-roles.sql`.
/// The public process cannot read the header or payload of any report, nobody can change an audit row.
package struct PostgresRoles: Sendable {
    /// What the public process connects as.
    package static let intake = "heed_intake"
    package static let desk = "heed_desk"
    package static let ledger = "heed_ledger"

    private let text: String

    /// Looks where `Migrations` looks.
    package init(directory: String? = nil) throws(MigrationError) {
        let places = directory.map { [$0] } ?? Migrations.places
        let found = places.lazy.compactMap { FileManager.default.contents(atPath: $0 + "/postgres-roles.sql") }.first
        guard let found else { throw .notFound(looked: places) }
        text = String(decoding: found, as: UTF8.self)
    }

    /// Makes the roles and gives them their rights on a store that has the whole schema. Takes the store's owner, and
    /// may be repeated. Does nothing on SQLite.
    package func grant(on database: Database) async throws {
        guard database.dialect == .postgres else { return }
        try await database.write { db in try db.script(text) }
    }
}
