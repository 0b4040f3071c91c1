package import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// Lets a person make their own keys, with the code that an administrator gave them by hand.
/// The passphrase is theirs alone, the secret code and the secret for one-time codes are shown to them once. Nothing
/// opens with them until two registrars have signed.
package struct Enrol: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// What the person typed.
    package struct Form: Sendable {
        let username: String
        let code: String
        let passphrase: String
        let repeated: String
        let secretCode: String

        /// - Parameter secretCode: of the enrolment card so far; only for a lost device.
        package init(username: String, code: String, passphrase: String, repeated: String, secretCode: String) {
            self.username = username
            self.code = code
            self.passphrase = passphrase
            self.repeated = repeated
            self.secretCode = secretCode
        }
    }

    /// What the person writes down, once.
    package struct Card: Sendable {
        package let username: String
        /// Nil where only the secret for one-time codes is new.
        package let secretCode: Redacted<String>?
        package let totp: Redacted<String>
        /// Read out to the registrars, who see the same; empty where they do not sign.
        package let fingerprint: String
    }

    /// - Throws: `Refusal.notAllowed(.cannotUnlock)` for a name or a code that is wrong, used or too old, one answer for
    ///   all; `Refusal.notValid` for what is to be mended, once the code is right.
    package func perform(_ form: Form) async throws -> Card {
        let (name, now) = (form.username, desk.clock.now())
        let backOffName = "enrol " + name.prefix(64)
        guard desk.backOff.mayTry(backOffName, at: now) else { throw Refusal.notAllowed(.cannotUnlock) }
        let hash = (try? SecretCode(typed: form.code)).map { Digest.sha256($0.bytes) } ?? Random.bytes(32)
        let found = try await desk.database.read { db in
            try db.staffRequest(of: String(name.prefix(64))).flatMap { row in
                try db.currentBatch() <= row.codeLastBatch ? row : nil
            }
        }
        guard let row = found, let kind = StaffRequest.Kind(rawValue: row.kind),
            ConstantTime.equal(row.codeHash ?? Random.bytes(32), hash)
        else {
            desk.backOff.failed(backOffName, at: now)
            try await desk.record(.signInFailed, by: "unknown", detail: "enrol")
            throw Refusal.notAllowed(.cannotUnlock)
        }
        return kind == .totp ? try await replaceDevice(row, form) : try await enrol(row, form)
    }

    private func enrol(_ row: StaffRequestRow, _ form: Form) async throws -> Card {
        var problems: [FieldProblem] = []
        if form.passphrase.count < StaffRequest.shortestPassphrase {
            problems.append(FieldProblem(field: "new_passphrase", key: "problem.new_passphrase.short"))
        } else if form.passphrase != form.repeated {
            problems.append(FieldProblem(field: "repeated", key: "problem.repeated.differs"))
        }
        try Problems.refuse(problems)
        guard let role = Role(rawValue: row.role) else { throw Refusal.notFound }
        let batch = try await desk.database.read { db in try db.currentBatch() }
        let made = try await Enrolment(desk: desk).make(
            AddOfficer.NewOfficer(
                username: row.username, person: row.person, name: row.name, role: role,
                permissions: Set(stored: row.permissions), passphrase: form.passphrase,
                lastBatch: batch + StaffRequest.certificateBatches))
        var enrolled = row
        enrolled.codeHash = nil
        enrolled.certificate = String(decoding: made.certificate.text, as: UTF8.self)
        enrolled.routineFile = made.keys.files.routine
        enrolled.graveFile = made.keys.files.grave
        try await store(enrolled)
        return Card(
            username: row.username, secretCode: Redacted(made.secretCode.grouped),
            totp: Redacted(made.keys.totp.secretText), fingerprint: StaffFingerprint(made.certificate).text)
    }

    private func store(_ enrolled: StaffRequestRow) async throws {
        let (desk, now) = (desk, desk.clock.now())
        try await desk.database.write { db in
            // Of two who use one code at once, one has.
            guard let still = try db.staffRequest(enrolled.id), still.codeHash != nil else {
                throw Refusal.notAllowed(.cannotUnlock)
            }
            try db.update(enrolled)
            desk.audit.append(
                .staffChanged, by: enrolled.username, on: enrolled.username, detail: "enrolled", at: now, in: db)
        }
    }

    /// The keys stay: passphrase and secret code still open them, and get a new device.
    private func replaceDevice(_ row: StaffRequestRow, _ form: Form) async throws -> Card {
        let (desk, now, name) = (desk, desk.clock.now(), row.username)
        let made = try await NewDevice(desk: desk).make(
            of: name, passphrase: form.passphrase, secretCode: form.secretCode)
        try await desk.database.write { db in
            guard try db.deleteStaffRequest(row.id) else { throw Refusal.notAllowed(.cannotUnlock) }
            try made.store(in: db)
            desk.audit.append(
                .staffChanged, by: name, on: name, detail: "one-time code", reason: "asked by \(row.askedBy)", at: now,
                in: db)
        }
        desk.sessions.lockAll(username: name)
        return Card(username: name, secretCode: nil, totp: Redacted(made.totp.secretText), fingerprint: "")
    }
}

/// Sixteen symbols that tell a certificate from another: read out by the person, seen by the registrar.
struct StaffFingerprint {
    let text: String

    init(_ certificate: OfficerCertificate) {
        let digits = Array(HeedVault.Hex.encode(Array(certificate.hash.prefix(8))))
        text = stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<$0 + 4]) }.joined(separator: " ")
    }
}
