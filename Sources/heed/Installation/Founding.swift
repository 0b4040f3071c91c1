import Foundation
import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// Makes a new installation in an empty folder: keys, settings, schema, first officers.
/// Nothing is left behind that looks like an installation unless all of it was made: the manifest is written last.
struct Founding: Sendable {
    let folder: DataFolder
    let force: PlannedForce
    /// A PostgreSQL connection string of a role that may create tables; nil: SQLite in the folder.
    let postgres: String?
    /// `heed.json` as it is to be.
    let settings: [String: any Sendable]

    /// - Returns: what has to be kept elsewhere: roots, recovery, enrolment cards.
    /// - Throws: `StartRefusal.notEmpty` rather than write over anything.
    func perform() async throws -> CeremonyResult {
        guard folder.isEmpty else { throw StartRefusal.notEmpty(folder.path) }
        let result = try Ceremony.perform(force.plan())
        try folder.create()
        try DataFolder.write(settingsText(), to: folder.settings)
        try DataFolder.write(result.parameters.encoded, to: folder.parameters)
        try DataFolder.write(result.receiptSeed.secretSeed, to: folder.receiptSeed)
        try DataFolder.write(
            Array(result.roots.map(\.verifier.vkey).joined(separator: "\n").utf8) + [0x0A], to: folder.roots)
        try await fillStore(result)
        try DataFolder.write(result.manifestNote, to: folder.manifest)
        return result
    }

    private func settingsText() throws -> [UInt8] {
        var settings = settings
        if let postgres {
            settings["database"] = Dictionary(
                uniqueKeysWithValues: ServiceRole.allCases.map { ($0.rawValue, postgres) })
        }
        return [UInt8](try JSONSerialization.data(withJSONObject: settings, options: [.prettyPrinted, .sortedKeys])) + [
            0x0A
        ]
    }

    private func fillStore(_ result: CeremonyResult) async throws {
        let database =
            if let postgres { Database.postgres(PostgresSettings(connection: postgres)) } else {
                try Database.sqlite(SQLiteSettings(path: folder.database))
            }
        try await Migrations().apply(to: database)
        // Each process may then connect as its own role, with the rights it needs and no others.
        do {
            try await PostgresRoles().grant(on: database)
        } catch SQLError.denied {
            throw StartRefusal.other(
                "this PostgreSQL role may not make the roles heed_intake, heed_desk and heed_ledger",
                remedy: "give it CREATEROLE until this is done")
        }
        try await database.write { db in
            // The calendar's own process moves on from here.
            try db.setCurrentBatch(0)
            for officer in result.officers {
                let hash = officer.certificate.hash
                try db.insert(
                    CertificateRow(
                        hash: hash, username: officer.certificate.username, person: officer.certificate.person,
                        note: String(decoding: officer.certificateNote, as: UTF8.self)))
                try db.insert(
                    OfficerRow(
                        username: officer.certificate.username, certificate: hash, routineFile: officer.files.routine,
                        graveFile: officer.files.grave))
            }
            for file in result.compartmentFiles {
                guard let certificate = file.certificate else { continue }
                try db.insert(
                    CompartmentKeyRow(
                        compartment: file.compartment, epoch: file.epoch, certificate: certificate, file: file.file))
            }
        }
        await database.close()
    }
}
