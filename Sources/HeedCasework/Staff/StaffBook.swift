package import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore

/// The people of the force as administrators see them: accounts, certificates, keys. No report, no count of any work.
package struct StaffBook: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// One account.
    package struct Entry: Sendable {
        package let username: String
        package let person: String
        package let name: String
        /// Nil where the certificate names no role of the desk.
        package let role: Role?
        /// What the certificate names beside the role's compartments.
        package let permissions: Set<Compartment>
        package let isActive: Bool
        package let isRegistrar: Bool
        package let end: End
        package let keys: [Key]
    }

    /// Until when a certificate counts.
    package enum End: Sendable, Equatable {
        /// The last UTC day.
        case until(String)
        /// Ends within `StaffBook.warnsBefore`.
        case soon(String, daysLeft: Int)
        /// It does not count, and the account opens nothing.
        case none
    }

    /// A compartment that the role has a right to.
    package struct Key: Sendable {
        package let compartment: Compartment
        package let isHeld: Bool
        /// Who holds it and could grant it, once signed in; for one that is missing.
        package let holders: [String]
    }

    /// Batches, which are days, before its end that a certificate is shown as ending.
    package static let warnsBefore = 30

    /// Everybody, by username.
    package func entries(session: String) async throws -> [Entry] {
        try await desk.asAdministrator(session) { _ in try await read() }
    }

    /// Changes that wait.
    package func requests(session: String) async throws -> [StaffRequest] {
        try await desk.asAdministrator(session) { _ in
            try await desk.database.read { db in
                let batch = try db.currentBatch()
                return try db.staffRequests().compactMap { StaffRequest($0, at: batch) }
            }
        }
    }

    private struct Account: Sendable {
        let row: OfficerRow
        let certificate: CertificateRow?
        let held: Set<String>
    }

    private func read() async throws -> [Entry] {
        let (batch, accounts) = try await desk.database.read { db in
            let accounts = try db.officers().map { row in
                Account(
                    row: row, certificate: try db.certificate(row.certificate),
                    held: Set(try db.compartmentKeys(of: row.certificate).map(\.compartment)))
            }
            return (try db.currentBatch(), accounts)
        }
        return accounts.map { account in
            let known = account.certificate.flatMap { try? desk.trust.attested($0) }
            let officer = known.flatMap(Officer.init)
            let isUsable = account.certificate.map { (try? desk.trust.usable($0, at: batch)) != nil } ?? false
            let covered = account.row.isActive && isUsable ? officer?.compartments ?? [] : []
            return Entry(
                username: account.row.username, person: known?.person ?? "", name: officer?.name ?? "",
                role: officer?.role, permissions: officer?.permissions ?? [], isActive: account.row.isActive,
                isRegistrar: account.row.isActive && known.map(desk.trust.manifest.isRegistrar) ?? false,
                end: isUsable ? end(known, at: batch) : .none,
                keys: covered.sorted { $0.rawValue < $1.rawValue }.map { compartment in
                    let isHeld = account.held.contains(compartment.rawValue)
                    let others = accounts.filter {
                        $0.row.isActive && $0.row.username != account.row.username
                            && $0.held.contains(compartment.rawValue)
                    }
                    return Key(
                        compartment: compartment, isHeld: isHeld, holders: isHeld ? [] : others.map(\.row.username))
                })
        }
    }

    private func end(_ certificate: OfficerCertificate?, at batch: Int) -> End {
        guard let certificate else { return .none }
        let day = desk.calendar.openingDate(of: certificate.valid.last).description
        let left = certificate.valid.last - batch
        return left <= Self.warnsBefore ? .soon(day, daysLeft: left) : .until(day)
    }
}

extension StaffRequest {
    /// Nil for a row that another version wrote.
    init?(_ row: StaffRequestRow, at batch: Int) {
        guard let id = RecordID(bytes: row.id), let kind = Kind(rawValue: row.kind), let role = Role(rawValue: row.role)
        else { return nil }
        let stage: Stage
        if row.codeHash != nil {
            stage = batch <= row.codeLastBatch ? .enrolment : .overdue
        } else {
            stage = row.firstRegistrar.map { .secondSignature(person: $0) } ?? .firstSignature
        }
        self.init(
            id: id, kind: kind, username: row.username, person: row.person, name: row.name ?? row.username, role: role,
            permissions: Set(stored: row.permissions), askedBy: row.askedBy, stage: stage)
    }
}

extension StaffRequestRow {
    /// As the audit names it.
    var what: String { "\(kind) \(role)" + (permissions.isEmpty ? "" : " also \(permissions)") }
}

extension Set<Compartment> {
    /// By name, with a space between; a name that another version wrote is left out.
    init(stored: String) { self = Set(stored.split(separator: " ").compactMap { Compartment(rawValue: String($0)) }) }

    var stored: String { map(\.rawValue).sorted().joined(separator: " ") }
}
