import Foundation
import HeedCasework
import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// Adds a compartment to an installation that was made without it: with the roots of the offline folder, for the officers
/// whose certificates name it. The manifest is written last: until then nothing is sealed to the new key, and running this
/// again starts anew.
struct NewCompartment {
    let compartment: Compartment
    let folder: DataFolder
    let offline: DataFolder

    /// - Returns: the version of the new manifest, and who holds the key.
    /// - Throws: `StartRefusal` that says what has to be so first.
    func add() async throws -> (version: Int, holders: [String]) {
        let installation = try await Installation.open(folder)
        let roots = try OfflineFolder(folder: offline).roots(of: installation)
        let wiring = try await Wiring(installation, role: .desk, logger: RoleProcess.logger(.desk))
        guard wiring.manifest.current(compartment.rawValue) == nil else {
            throw StartRefusal.other(
                "the manifest has a key for \(compartment.rawValue) already", remedy: "use `heed officer grant`")
        }
        let certificates = try await covering(wiring)
        guard !certificates.isEmpty else {
            throw StartRefusal.other(
                "no active officer's certificate names \(compartment.rawValue)",
                remedy:
                    "add one with `heed officer add`, or certify one again with `heed officer role --username NAME ROLE`"
            )
        }
        let added = try Ceremony.add(compartment.rawValue, to: wiring.manifest, for: certificates, roots: roots)
        for file in added.files where file.certificate == nil {
            try DataFolder.write(file.file, to: offline.path + "/\(file.compartment)-\(file.epoch)-for-recovery.age")
        }
        try await store(added, certificates, wiring)
        await wiring.database.close()
        try DataFolder.write(added.manifestNote, to: folder.manifest)
        return (added.manifest.version, certificates.map(\.username))
    }

    private func covering(_ wiring: Wiring) async throws -> [OfficerCertificate] {
        let trust = Trust(manifest: wiring.manifest)
        let name = compartment.rawValue
        return try await wiring.database.read { db in
            let batch = try db.currentBatch()
            return try db.officers().filter(\.isActive).compactMap { account in
                try db.certificate(account.certificate).flatMap { try? trust.usable($0, at: batch) }
            }.filter { $0.covers(compartment: name) }
        }
    }

    private func store(
        _ added: AddedCompartment, _ certificates: [OfficerCertificate], _ wiring: Wiring
    ) async throws {
        let (audit, now, name) = (wiring.audit, wiring.installation.clock.now(), compartment.rawValue)
        let actor = AuditEvent.Actor.process("heed compartment add")
        try await wiring.database.write { db in
            // Of a run that ended before its manifest was written: nothing was ever sealed to that key.
            try db.deleteCompartmentKeys(of: name)
            for file in added.files {
                guard let certificate = file.certificate else { continue }
                try db.insert(
                    CompartmentKeyRow(
                        compartment: file.compartment, epoch: file.epoch, certificate: certificate, file: file.file))
            }
            for certificate in certificates {
                audit.append(
                    AuditEvent(
                        actor: actor, verb: .keyGranted, object: certificate.username, detail: name, time: now),
                    in: db)
            }
            audit.append(
                AuditEvent(
                    actor: actor, verb: .settingsChanged, object: "manifest",
                    detail: "version \(added.manifest.version)", time: now), in: db)
        }
    }
}
