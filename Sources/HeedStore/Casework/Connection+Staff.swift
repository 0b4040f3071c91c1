package import HeedSQL

/// Officers, certificates and the keys they hold.
extension Connection {
    package func officer(_ username: String) throws(SQLError) -> OfficerRow? {
        guard let row = try first("SELECT * FROM officer WHERE username = \(username)") else { return nil }
        return try OfficerRow(row)
    }

    package func officers() throws(SQLError) -> [OfficerRow] {
        var officers: [OfficerRow] = []
        for row in try fetch("SELECT * FROM officer ORDER BY username") { officers.append(try OfficerRow(row)) }
        return officers
    }

    package func insert(_ officer: OfficerRow) throws(SQLError) {
        try execute(
            """
            INSERT INTO officer (
                username, certificate_hash, routine_file, grave_file, last_totp_step, failures, active)
            VALUES (
                \(officer.username), \(officer.certificate), \(officer.routineFile), \(officer.graveFile),
                \(officer.lastTOTPStep), \(officer.failures), \(officer.isActive))
            """)
    }

    /// Replaces all that an account holds except its name.
    package func update(_ officer: OfficerRow) throws {
        let changed = try execute(
            """
            UPDATE officer SET certificate_hash = \(officer.certificate), routine_file = \(officer.routineFile),
                grave_file = \(officer.graveFile), last_totp_step = \(officer.lastTOTPStep),
                failures = \(officer.failures), active = \(officer.isActive)
            WHERE username = \(officer.username)
            """)
        guard changed == 1 else { throw StoreError.conflict }
    }

    /// Uses up a one-time code step: true exactly once for each step, also when two requests race.
    package func useTOTPStep(_ step: Int, of username: String) throws(SQLError) -> Bool {
        try execute(
            """
            UPDATE officer SET last_totp_step = \(step), failures = 0
            WHERE username = \(username) AND active = 1 AND last_totp_step < \(step)
            """) == 1
    }

    package func insert(_ certificate: CertificateRow) throws(SQLError) {
        try execute(
            """
            INSERT INTO certificate (certificate_hash, username, person, note, revoked)
            VALUES (
                \(certificate.hash), \(certificate.username), \(certificate.person), \(certificate.note),
                \(certificate.isRevoked))
            """)
    }

    package func certificate(_ hash: [UInt8]) throws(SQLError) -> CertificateRow? {
        guard let row = try first("SELECT * FROM certificate WHERE certificate_hash = \(hash)") else { return nil }
        return try CertificateRow(row)
    }

    package func certificates() throws(SQLError) -> [CertificateRow] {
        var certificates: [CertificateRow] = []
        for row in try fetch("SELECT * FROM certificate ORDER BY username") {
            certificates.append(try CertificateRow(row))
        }
        return certificates
    }

    package func revoke(_ certificate: [UInt8]) throws(SQLError) {
        try execute("UPDATE certificate SET revoked = 1 WHERE certificate_hash = \(certificate)")
    }

    package func insert(_ key: CompartmentKeyRow) throws(SQLError) {
        try execute(
            """
            INSERT INTO compartment_key (compartment, epoch, certificate_hash, file)
            VALUES (\(key.compartment), \(key.epoch), \(key.certificate), \(key.file))
            """)
    }

    package func compartmentKeys(of certificate: [UInt8]) throws(SQLError) -> [CompartmentKeyRow] {
        var keys: [CompartmentKeyRow] = []
        let rows = try fetch(
            """
            SELECT compartment, epoch, certificate_hash, file FROM compartment_key
            WHERE certificate_hash = \(certificate) ORDER BY compartment, epoch
            """)
        for row in rows {
            keys.append(
                CompartmentKeyRow(
                    compartment: try row[0], epoch: try row[1], certificate: try row[2], file: try row[3]))
        }
        return keys
    }

    /// Takes every key file of a compartment away: for one that no manifest has named yet.
    package func deleteCompartmentKeys(of compartment: String) throws(SQLError) {
        try execute("DELETE FROM compartment_key WHERE compartment = \(compartment)")
    }

    package func deleteCompartmentKeys(of certificate: [UInt8]) throws(SQLError) {
        try execute("DELETE FROM compartment_key WHERE certificate_hash = \(certificate)")
    }
}
