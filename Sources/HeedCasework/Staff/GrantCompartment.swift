package import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore

/// Gives an officer the keys of a compartment, out of the unlocked session of somebody who holds them.
/// Only to the recipient in a certificate that two registrars signed and that names the compartment: a key swapped
/// into a row is given nothing.
package struct GrantCompartment: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Parameter proof: that it is still the holder who asks.
    /// - Returns: how many epochs were granted.
    @discardableResult
    package func perform(
        session: String, compartment: Compartment, to username: String, proof: FreshProof
    ) async throws -> Int {
        try await desk.asOfficer(session) { officer, keys in
            guard officer.compartments.contains(compartment) else { throw Refusal.notFound }
            let (desk, now, actor) = (desk, desk.clock.now(), officer.officer.username)
            let held = keys.compartments.filter { $0.compartment == compartment.rawValue }
            let receiver = try await desk.database.read { db -> OfficerCertificate? in
                guard let account = try db.officer(username), account.isActive,
                    let row = try db.certificate(account.certificate)
                else { return nil }
                return try? desk.trust.usable(row, at: db.currentBatch())
            }
            guard let receiver, Officer(receiver)?.compartments.contains(compartment) == true else {
                throw Refusal.notAllowed("refusal.not-certified")
            }
            let accepted = try await desk.accept(proof, by: officer, for: "grant")
            var files: [CompartmentKeyRow] = []
            for key in held {
                files.append(
                    CompartmentKeyRow(
                        compartment: key.compartment, epoch: key.epoch, certificate: receiver.hash,
                        file: try key.file(for: receiver)))
            }
            let granted = files
            return try await desk.database.write { db in
                try accepted.use(in: db)
                try officer.checkStillCounts(in: db, trust: desk.trust)
                guard try db.officer(username)?.certificate == receiver.hash else { throw StoreError.conflict }
                let known = Set(try db.compartmentKeys(of: receiver.hash).map { "\($0.compartment) \($0.epoch)" })
                let new = granted.filter { !known.contains("\($0.compartment) \($0.epoch)") }
                for file in new { try db.insert(file) }
                desk.audit.append(
                    .keyGranted, by: actor, on: username, detail: compartment.rawValue, at: now, in: db)
                return new.count
            }
        }
    }
}
