import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite struct AuditTests {
    private static func event(_ n: Int) -> AuditEntry {
        AuditEntry(time: 1_800_000_000_000 + Int64(n), actor: "a.clerk", verb: "viewed", object: "K7M4-\(n)")
    }

    /// Keys are not sealed here: what is tested is the chain.
    private static func writer() -> AuditWriter { AuditWriter(role: "desk") { $0 } }
    private static let reader = AuditReader { $0 }

    @Test(arguments: Engine.available) func `a row is there exactly if the action is`(engine: Engine) async throws {
        try await engine.withStore { database in
            let writer = Self.writer()
            try await database.write { db in
                try db.insert(Examples.thread(1))
                writer.append(Self.event(1), in: db)
            }
            await #expect(throws: SQLError.unique) {
                try await database.write { db in
                    writer.append(Self.event(2), in: db)
                    try db.insert(Examples.thread(1))
                }
            }
            try await database.write { db in
                writer.append(Self.event(3), in: db)
                try? db.savepoint {
                    writer.append(Self.event(4), in: db)
                    try db.insert(Examples.thread(1))
                }
                writer.append(Self.event(5), in: db)
            }
            let name = writer.head.writer
            let events = try await database.read { db in
                try db.auditRows(of: name).map { row in try Self.reader.event(in: row, db)?.object }
            }
            #expect(events == ["K7M4-1", "K7M4-3", "K7M4-5"])
            let report = try await AuditVerifier(reader: Self.reader).verify(database)
            #expect(report.faults == [])
            #expect(report.rows == 3)
            #expect(report.heads == [writer.head])
        }
    }

    @Test(arguments: Engine.available) func `an action whose row cannot be written does not happen`(
        engine: Engine
    ) async throws {
        try await engine.withStore { database in
            struct NoKey: Error {}
            let writer = AuditWriter(role: "desk") { _ in throw NoKey() }
            await #expect(throws: NoKey.self) {
                try await database.write { db in
                    try db.insert(Examples.thread(1))
                    writer.append(Self.event(1), in: db)
                }
            }
            let stored = try await database.read { db in try db.thread(Examples.thread(1).id) }
            #expect(stored == nil)
            #expect(writer.head.number == 0)
        }
    }

    @Test(arguments: Engine.available) func `the chain survives many at once`(engine: Engine) async throws {
        try await engine.withStore { database in
            let writer = Self.writer()
            let commits = GroupCommit(database: database)
            try await withThrowingTaskGroup { group in
                for n in 0..<120 {
                    group.addTask {
                        let work: @Sendable (Connection) throws -> Void = { db in
                            writer.append(Self.event(n), in: db)
                            if n % 5 == 0 { throw StoreError.conflict }
                        }
                        if n % 2 == 0 {
                            try? await commits.commit(work)
                        } else {
                            try? await database.write(work)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let report = try await AuditVerifier(reader: Self.reader, page: 7).verify(database)
            #expect(report.faults == [])
            #expect(report.rows == 96)
            #expect(writer.head.number == 96)
        }
    }

    @Test(arguments: Engine.available) func `each batch has a key of its own`(engine: Engine) async throws {
        try await engine.withStore { database in
            let writer = Self.writer()
            for batch in [4, 4, 5] {
                try await database.write { db in
                    try db.setCurrentBatch(batch)
                    writer.append(Self.event(batch), in: db)
                }
            }
            let firsts = try await database.read { db in
                try db.fetch("SELECT first_n FROM audit_key ORDER BY first_n").map { try $0[0] as Int }
            }
            #expect(firsts == [1, 3])
            let report = try await AuditVerifier(reader: Self.reader).verify(database)
            #expect(report.faults == [])
            let other = AuditReader { _ in [UInt8](repeating: 1, count: 32) }
            let blind = try await AuditVerifier(reader: other).verify(database)
            #expect(blind.faults == [AuditFault(writer: writer.head.writer, number: 1, kind: .unreadable)])
        }
    }

    @Test(arguments: Engine.available) func `no row is changed or deleted through the store`(
        engine: Engine
    ) async throws {
        try await engine.withStore { database in
            let writer = Self.writer()
            try await database.write { db in writer.append(Self.event(1), in: db) }
            let attempts: [(SQL, String)] = [
                ("UPDATE audit SET batch = 1", "an audit row is never changed"),
                ("DELETE FROM audit", "an audit row is never deleted"),
                ("UPDATE audit_key SET first_n = 9", "an audit key is never changed"),
                ("DELETE FROM audit_key", "an audit key is never deleted"),
            ]
            for (sql, message) in attempts {
                await #expect(throws: SQLError.trigger(message)) {
                    try await database.write { db in try db.execute(sql) }
                }
            }
            if engine == .postgres {
                await #expect(throws: SQLError.trigger("an audit row is never deleted")) {
                    try await database.write { db in try db.execute("TRUNCATE audit") }
                }
            }
        }
    }

    @Test func `an event survives its encoding, whatever its text`() async throws {
        try await Engine.sqlite.withStore { database in
            let writer = Self.writer()
            let long = String(repeating: "ש", count: 700)
            let event = AuditEntry(time: -5, actor: "", verb: "v\u{0}", object: "\u{0600}<\u{0301}", reason: long)
            try await database.write { db in writer.append(event, in: db) }
            let name = writer.head.writer
            let found = try await database.read { db in
                try db.auditRows(of: name).map { try Self.reader.event(in: $0, db) }
            }
            #expect(found == [event])
        }
    }

    @Test func `exported heads come back the same, and nothing else is taken for them`() throws {
        let heads = [
            AuditHead(writer: "desk-1", number: 3, hash: Examples.bytes(32, 1)),
            AuditHead(writer: "intake-1", number: 70, hash: Examples.bytes(32, 2)),
        ]
        let text = AuditHead.encode(heads)
        #expect(try AuditHead.decode(text) == heads)
        for broken in ["", "heed-audit-heads/v1", String(text.dropLast()), text + "\n", "x" + text] {
            #expect(throws: VaultError.malformed) { try AuditHead.decode(broken) }
        }
    }
}

/// Docs/formats/audit.md.
@Suite struct AuditFormatTests {
    @Test func `the chain is as documented`() {
        let box = [UInt8](repeating: 0x2a, count: 540)
        let first = AuditChain.hash(previous: AuditChain.start, number: 1, box: box)
        let second = AuditChain.hash(previous: first, number: 2, box: box)
        #expect(Hex.encode(first) == "f9c9dc5bb0c5c65b6a57eaa1c02994ac003556a5b9eb1618995ccebf60967c4d")
        #expect(Hex.encode(second) == "ce8552cfecf349f0fca6fb9ff20c57b916f1bd028718757704da1ce1675fbf7d")
    }
}
