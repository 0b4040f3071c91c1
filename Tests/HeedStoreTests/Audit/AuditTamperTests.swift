import HeedSQL
import HeedStore
import HeedTestKit
import Testing

/// Somebody with the database in hand: triggers dropped, rows edited.
@Suite struct AuditTamperTests {
    private struct Tampering: Sendable {
        let name: String
        let statements: [SQL]
        let fault: AuditFault?
    }

    private static func tamperings(_ writer: String) -> [Tampering] {
        func fault(_ number: Int, _ kind: AuditFault.Kind) -> AuditFault {
            AuditFault(writer: writer, number: number, kind: kind)
        }
        let zero = [UInt8](repeating: 0, count: 32)
        return [
            Tampering(name: "nothing", statements: [], fault: nil),
            Tampering(
                name: "box flipped", statements: ["UPDATE audit SET box = \(zero) WHERE n = 4"],
                fault: fault(4, .changed)),
            Tampering(
                name: "hash flipped", statements: ["UPDATE audit SET hash = \(zero) WHERE n = 6"],
                fault: fault(6, .changed)),
            Tampering(
                name: "batch lowered", statements: ["UPDATE audit SET batch = 0 WHERE n = 5"],
                fault: fault(5, .changed)),
            Tampering(
                name: "batch raised for all", statements: ["UPDATE audit SET batch = 99"], fault: fault(1, .unreadable)),
            Tampering(name: "deleted", statements: ["DELETE FROM audit WHERE n = 3"], fault: fault(3, .missing)),
            Tampering(name: "first deleted", statements: ["DELETE FROM audit WHERE n = 1"], fault: fault(1, .missing)),
            Tampering(
                name: "swapped",
                statements: [
                    "UPDATE audit SET n = 1000 WHERE n = 2", "UPDATE audit SET n = 2 WHERE n = 7",
                    "UPDATE audit SET n = 7 WHERE n = 1000",
                ], fault: fault(2, .changed)),
            Tampering(name: "tail cut", statements: ["DELETE FROM audit WHERE n > 8"], fault: fault(9, .missing)),
            Tampering(
                name: "all gone", statements: ["DELETE FROM audit", "DELETE FROM audit_key"], fault: fault(1, .missing)),
            Tampering(
                name: "inserted",
                statements: [
                    "INSERT INTO audit (writer, n, batch, hash, box) VALUES (\(writer), 11, 3, \(zero), \(zero))"
                ], fault: fault(11, .changed)),
        ]
    }

    @Test(arguments: Engine.available) func `tampering names the first bad row`(engine: Engine) async throws {
        for index in Self.tamperings("").indices {
            try await engine.withStore { database in
                let writer = AuditWriter(role: "desk") { $0 }
                for n in 1...10 {
                    try await database.write { db in
                        if n == 1 { try db.setCurrentBatch(3) }
                        writer.append(AuditEntry(time: Int64(n), actor: "a", verb: "viewed"), in: db)
                    }
                }
                let heads = try await database.read { db in try db.auditHeads() }
                #expect(heads == [writer.head])
                let tampering = Self.tamperings(writer.head.writer)[index]
                try await database.write { db in
                    for sql in Self.dropTriggers(engine) + tampering.statements { try db.execute(sql) }
                }
                let verifier = AuditVerifier(heads: heads, reader: AuditReader { $0 }, page: 3)
                let report = try await verifier.verify(database)
                #expect(report.faults == (tampering.fault.map { [$0] } ?? []), "\(tampering.name)")
            }
        }
    }

    private static func dropTriggers(_ engine: Engine) -> [SQL] {
        switch engine {
        case .sqlite:
            [
                "DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete", "DROP TRIGGER audit_key_no_update",
                "DROP TRIGGER audit_key_no_delete",
            ]
        case .postgres:
            ["ALTER TABLE audit DISABLE TRIGGER USER", "ALTER TABLE audit_key DISABLE TRIGGER USER"]
        }
    }
}
