package import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// Prepares a change of somebody's account: an administrator asks, and changes nothing yet. The person enrols alone, so
/// that no secret passes through other hands, and two registrars sign what comes of it.
package struct AskStaffChange: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// What is asked for. Permissions are compartments beside the role's, which the certificate names.
    package enum Ask: Sendable {
        case add(username: String, person: String, name: String, role: Role, permissions: Set<Compartment> = [])
        case again(username: String)
        /// - Parameter permissions: nil: those of now, as far as the new role may have them.
        case role(username: String, Role, permissions: Set<Compartment>? = nil)
        case totp(username: String)

        var kind: StaffRequest.Kind {
            switch self {
            case .add: .add
            case .again: .again
            case .role: .role
            case .totp: .totp
            }
        }
    }

    /// - Returns: the enrolment code, to be given to the person by hand, shown once and kept nowhere; nil where nobody
    ///   has to enrol.
    /// - Throws: `Refusal.notNow("refusal.change-waits")` where another change of the same person waits; `Refusal.notValid` for a
    ///   permission that the role may not have.
    package func perform(session: String, ask: Ask, proof: FreshProof) async throws -> String? {
        try await desk.asAdministrator(session) { officer in
            let code = ask.kind.needsEnrolment ? SecretCode.issue() : nil
            let request = try await request(ask, by: officer.officer.username, code: code)
            let accepted = try await desk.accept(proof, by: officer, for: "staff")
            let (desk, now) = (desk, desk.clock.now())
            do {
                try await desk.database.write { db in
                    try accepted.use(in: db)
                    try officer.checkStillCounts(in: db, trust: desk.trust)
                    try db.insert(request)
                    desk.audit.append(
                        .staffChanged, by: request.askedBy, on: request.username,
                        detail: "asked \(request.what)", at: now, in: db)
                }
            } catch SQLError.unique {
                throw Refusal.notNow("refusal.change-waits")
            }
            return code?.grouped
        }
    }

    private func request(_ ask: Ask, by actor: String, code: SecretCode?) async throws -> StaffRequestRow {
        let batch = try await desk.database.read { db in try db.currentBatch() }
        let row = {
            (
                person: String, username: String, name: String?, role: Role, permissions: Set<Compartment>,
                old: [UInt8]?, text: String?
            ) in
            StaffRequestRow(
                id: RecordID.random().bytes, kind: ask.kind.rawValue, username: username, person: person, name: name,
                role: role.rawValue, permissions: permissions.stored, oldCertificate: old, askedBy: actor,
                codeHash: code.map { Digest.sha256($0.bytes) },
                codeLastBatch: batch + StaffRequest.codeBatches, certificate: text)
        }
        switch ask {
        case .add(let username, let person, let name, let role, let permissions):
            try await check(username, person, name, role, permissions)
            return row(person, username, name.isEmpty ? nil : name, role, permissions, nil, nil)
        case .again(let username), .totp(let username):
            let (old, officer) = try await known(username)
            return row(old.person, username, old.name, officer.role, officer.permissions, old.hash, nil)
        case .role(let username, let role, let asked):
            let (old, officer) = try await known(username)
            try Problems.refuse(Self.problems(asked ?? [], of: role))
            let permissions = asked ?? officer.permissions.intersection(role.permissions)
            let new = try await RoleCertificate(desk: desk).make(
                over: old, role: role, permissions: permissions, lastBatch: batch + StaffRequest.certificateBatches)
            return row(
                old.person, username, old.name, role, permissions, old.hash,
                String(decoding: new.text, as: UTF8.self))
        }
    }

    private func known(_ username: String) async throws -> (OfficerCertificate, Officer) {
        let certificate = try await desk.certificate(of: username)
        guard let officer = Officer(certificate) else { throw Refusal.notFound }
        return (certificate, officer)
    }

    /// One for each permission that is none of the role's.
    private static func problems(_ permissions: Set<Compartment>, of role: Role) -> [FieldProblem] {
        permissions.subtracting(role.permissions).map(\.rawValue).sorted().map {
            FieldProblem(field: $0, key: "problem.\($0).role")
        }
    }

    /// What a certificate could not name is said now, not when the person enrols.
    private func check(
        _ username: String, _ person: String, _ name: String, _ role: Role, _ permissions: Set<Compartment>
    ) async throws {
        var problems: [FieldProblem] = []
        if !Token.isWord(username) { problems.append(FieldProblem(field: "username", key: "problem.username.form")) }
        if !Token.isWord(person) { problems.append(FieldProblem(field: "person", key: "problem.person.form")) }
        if !name.isEmpty, !Token.isPhrase(name) {
            problems.append(FieldProblem(field: "name", key: "problem.name.form"))
        }
        problems += Self.problems(permissions, of: role)
        if problems.isEmpty, try await desk.database.read({ db in try db.officer(username) }) != nil {
            problems.append(FieldProblem(field: "username", key: "problem.username.taken"))
        }
        try Problems.refuse(problems)
    }
}
