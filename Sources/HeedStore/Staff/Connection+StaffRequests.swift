package import HeedSQL

/// Changes of people that wait, at most one for each username.
extension Connection {
    package func staffRequests() throws(SQLError) -> [StaffRequestRow] {
        var requests: [StaffRequestRow] = []
        for row in try fetch("SELECT * FROM staff_request ORDER BY username") {
            requests.append(try StaffRequestRow(row))
        }
        return requests
    }

    package func staffRequest(_ id: [UInt8]) throws(SQLError) -> StaffRequestRow? {
        guard let row = try first("SELECT * FROM staff_request WHERE request_id = \(id)") else { return nil }
        return try StaffRequestRow(row)
    }

    package func staffRequest(of username: String) throws(SQLError) -> StaffRequestRow? {
        guard let row = try first("SELECT * FROM staff_request WHERE username = \(username)") else { return nil }
        return try StaffRequestRow(row)
    }

    /// - Throws: `SQLError.unique` where one of the same person waits already.
    package func insert(_ request: StaffRequestRow) throws(SQLError) {
        try execute(
            """
            INSERT INTO staff_request (
                request_id, kind, username, person, name, role, permissions, old_certificate, asked_by, code_hash,
                code_last_batch, certificate)
            VALUES (
                \(request.id), \(request.kind), \(request.username), \(request.person), \(request.name),
                \(request.role), \(request.permissions), \(request.oldCertificate), \(request.askedBy), \(request.codeHash),
                \(request.codeLastBatch), \(request.certificate))
            """)
    }

    /// What enrolling and signing add; who is meant, and by whom it was asked, never changes.
    package func update(_ request: StaffRequestRow) throws {
        let changed = try execute(
            """
            UPDATE staff_request SET code_hash = \(request.codeHash), certificate = \(request.certificate),
                routine_file = \(request.routineFile), grave_file = \(request.graveFile),
                first_registrar = \(request.firstRegistrar), first_note = \(request.firstNote)
            WHERE request_id = \(request.id)
            """)
        guard changed == 1 else { throw StoreError.conflict }
    }

    /// - Returns: whether it was there: of two who answer it at once, one has.
    package func deleteStaffRequest(_ id: [UInt8]) throws(SQLError) -> Bool {
        try execute("DELETE FROM staff_request WHERE request_id = \(id)") == 1
    }
}
