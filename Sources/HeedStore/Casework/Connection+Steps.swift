package import HeedSQL

/// Officers' steps.
extension Connection {
    /// Throws `SQLError.unique` where another step took the number first.
    package func insert(_ step: StepRow) throws(SQLError) {
        try execute(
            """
            INSERT INTO event (
                step_id, thread_id, n, item, verb, role, certificate, person, cosigner_certificate, cosigner_person,
                batch, object_id)
            VALUES (
                \(step.id), \(step.thread), \(step.number), \(step.item), \(step.verb), \(step.role),
                \(step.certificate), \(step.person), \(step.cosignerCertificate), \(step.cosignerPerson),
                \(step.batch), \(step.object))
            """)
    }

    /// All steps of a thread in their order.
    package func steps(of thread: [UInt8]) throws(SQLError) -> [StepRow] {
        var steps: [StepRow] = []
        for row in try fetch("SELECT * FROM event WHERE thread_id = \(thread) ORDER BY n") {
            steps.append(try StepRow(row))
        }
        return steps
    }

    /// What a step changes about its thread in clear. The version rises with it.
    /// - Throws: `StoreError.conflict` if the thread moved since its version was read.
    package func move(
        _ thread: [UInt8], from version: Int, to status: ThreadRow.Status, keepsWake: Bool, dueBatch: Int?
    ) throws {
        let changed = try execute(
            """
            UPDATE thread SET version = version + 1, status = \(status), due_batch = \(dueBatch),
                wake = CASE WHEN \(keepsWake) = 1 THEN wake ELSE 0 END
            WHERE thread_id = \(thread) AND version = \(version)
            """)
        guard changed == 1 else { throw StoreError.conflict }
    }
}
