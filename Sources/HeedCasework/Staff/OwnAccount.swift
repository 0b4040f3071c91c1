package import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore

/// What somebody sees of their own account: until when it counts, what they hold, and what waits for their hand.
package struct OwnAccount: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package struct View: Sendable {
        package let officer: Officer
        /// The last UTC day on which the certificate counts.
        package let lastDay: String
        package let held: [Compartment]
        /// What the certificate names and nobody has granted yet.
        package let missing: [Compartment]
        /// Changes of people that this registrar may sign. Empty for everybody else.
        package let toSign: [StaffRequest]
        /// Keys that colleagues lack and this session could give them.
        package let toGrant: [Grant]
        /// How often they have looked at online material; nil for a role that never does. For nobody else's eyes.
        package let exposure: Exposure?
    }

    /// A key that a colleague has a right to and does not hold.
    package struct Grant: Sendable, Equatable {
        package let username: String
        package let name: String
        package let role: Role
        package let compartment: Compartment
    }

    /// A change as the registrar signs it.
    package struct ToSign: Sendable {
        package let request: StaffRequest
        /// Exactly what is signed.
        package let text: String
        package let fingerprint: String
        /// Whether this registrar has signed already.
        package let isMine: Bool
    }

    package func view(session: String) async throws -> View {
        try await desk.asOfficer(session) { officer, _ in
            let held = officer.compartments
            let (desk, person) = (desk, officer.officer.person)
            let looks = WorkflowTable.roles(taking: .looked).contains(officer.officer.role)
            return View(
                officer: officer.officer,
                lastDay: desk.calendar.openingDate(of: officer.certificate.valid.last).description,
                held: held.sorted { $0.rawValue < $1.rawValue },
                missing: officer.officer.compartments.subtracting(held).sorted { $0.rawValue < $1.rawValue },
                toSign: try await waiting(for: officer), toGrant: try await grants(by: officer),
                exposure: try await looks ? desk.database.read { db in try desk.exposure(of: person, in: db) } : nil)
        }
    }

    /// - Throws: `Refusal.notFound` for somebody who is no registrar, and for a change that is not ready.
    package func toSign(session: String, request: RecordID) async throws -> ToSign {
        try await desk.asOfficer(session) { officer, _ in
            let (row, batch) = try await desk.database.read { db in
                (try db.staffRequest(request.bytes), try db.currentBatch())
            }
            guard desk.trust.manifest.isRegistrar(officer.certificate), let row, let text = row.certificate,
                let request = StaffRequest(row, at: batch),
                let certificate = try? OfficerCertificate(parsing: Array(text.utf8))
            else { throw Refusal.notFound }
            return ToSign(
                request: request, text: text, fingerprint: StaffFingerprint(certificate).text,
                isMine: row.firstRegistrar == officer.officer.person)
        }
    }

    private func waiting(for officer: UnlockedOfficer) async throws -> [StaffRequest] {
        guard desk.trust.manifest.isRegistrar(officer.certificate) else { return [] }
        return try await desk.database.read { db in
            let batch = try db.currentBatch()
            return try db.staffRequests().filter { $0.certificate != nil }.compactMap { StaffRequest($0, at: batch) }
        }
    }

    private func grants(by officer: UnlockedOfficer) async throws -> [Grant] {
        let (desk, held) = (desk, officer.compartments)
        guard !held.isEmpty else { return [] }
        return try await desk.database.read { db in
            let batch = try db.currentBatch()
            return try db.officers().filter(\.isActive).flatMap { account -> [Grant] in
                guard let row = try db.certificate(account.certificate),
                    let receiver = (try? desk.trust.usable(row, at: batch)).flatMap(Officer.init)
                else { return [] }
                let has = Set(try db.compartmentKeys(of: account.certificate).map(\.compartment))
                return receiver.compartments.filter { held.contains($0) && !has.contains($0.rawValue) }
                    .sorted { $0.rawValue < $1.rawValue }
                    .map {
                        Grant(
                            username: receiver.username, name: receiver.name, role: receiver.role, compartment: $0)
                    }
            }
        }
    }
}
