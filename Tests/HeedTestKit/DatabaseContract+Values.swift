import HeedSQL
import Testing

/// Values, names and codes.
extension DatabaseContract {
    @Sendable func valuesComeBack(_ database: Database) async throws {
        let samples: [(Int64?, String?, [UInt8]?)] = [
            (nil, nil, nil), (0, "", []), (.max, "' \" \\ ? $1 % _ \u{1F6A8} \u{202E} e\u{0301}", [0, 255, 0]),
            (4_294_967_296, String(repeating: "ü", count: 100_000), [UInt8](repeating: 0, count: 200_000)),
        ]
        try await database.write { db in
            for (id, sample) in samples.enumerated() {
                try db.execute(
                    "INSERT INTO thing (id, n, t, b) VALUES (\(id), \(sample.0), \(sample.1), \(sample.2))")
            }
        }
        try await database.read { db in
            for (id, sample) in samples.enumerated() {
                let row = try #require(try db.first("SELECT n, t, b FROM thing WHERE id = \(id)"))
                #expect(try row["n"] as Int64? == sample.0)
                #expect(try row["t"] as String? == sample.1)
                #expect(try row["b"] as [UInt8]? == sample.2)
                let again: Int? = try db.value("SELECT id FROM thing WHERE t = \(sample.1)")
                #expect(again == (sample.1 == nil ? nil : id))
            }
            let negative: Int64? = try db.value("SELECT n - \(Int64.max) - 1 FROM thing WHERE id = 1")
            #expect(negative == .min)
        }
    }

    @Sendable func namesAndTypesAreChecked(_ database: Database) async throws {
        try await database.write { db in
            try db.execute("INSERT INTO thing (id, t, flag) VALUES (1, 'x', \(true))")
            let row = try #require(try db.first("SELECT id, n, t, flag FROM thing"))
            #expect(try row["flag"] as Bool)
            #expect(throws: SQLError.column("missing")) { try row["missing"] as Int }
            #expect(throws: SQLError.column("t")) { try row["t"] as Int }
            #expect(throws: SQLError.column("n")) { try row["n"] as Int }
            #expect(throws: SQLError.column("9")) { try row[9] as Int }
            #expect(try row["n"] as Int? == nil)
        }
    }

    @Sendable func textWithZeroIsRefused(_ database: Database) async throws {
        await #expect(throws: SQLError.unstorableText) {
            try await database.write { db in try db.insertThing(1, "a\u{0}b") }
        }
    }

    @Sendable func rowCountsAreTold(_ database: Database) async throws {
        try await database.write { db in
            for id in 1...3 { try db.insertThing(id) }
            #expect(try db.execute("UPDATE thing SET n = 1 WHERE id >= 2") == 2)
            #expect(try db.execute("UPDATE thing SET n = 1 WHERE id > 9") == 0)
            #expect(try db.execute("INSERT INTO thing (id) VALUES (3) ON CONFLICT DO NOTHING") == 0)
            #expect(try db.execute("INSERT INTO thing (id) VALUES (4) ON CONFLICT DO NOTHING") == 1)
            #expect(try db.fetch("INSERT INTO thing (id) VALUES (5) RETURNING id").count == 1)
        }
    }

    @Sendable func constraintsHaveCodes(_ database: Database) async throws {
        try await database.write { db in try db.insertThing(1, "taken") }
        let cases: [(SQL, SQLError)] = [
            ("INSERT INTO thing (id) VALUES (1)", .unique),
            ("INSERT INTO thing (id, t) VALUES (2, 'taken')", .unique),
            ("INSERT INTO thing (id, n) VALUES (2, -1)", .check),
            ("INSERT INTO thing (id, flag) VALUES (2, NULL)", .notNull),
            ("INSERT INTO part (id) VALUES (77)", .foreignKey),
        ]
        for (sql, code) in cases {
            await #expect(throws: code) { try await database.write { db in try db.execute(sql) } }
        }
        let marker = "PLANTED-MARKER"
        let error = await #expect(throws: SQLError.self) {
            try await database.write { db in
                try db.execute("INSERT INTO nowhere (t) VALUES (\(marker))")
            }
        }
        guard case .other = error else {
            Issue.record("an unknown table is not a portable code")
            return
        }
        #expect(!String(reflecting: error).contains(marker) && !String(reflecting: error).contains("nowhere"))
    }

    @Sendable func triggersSpeak(_ database: Database) async throws {
        try await database.write { db in try db.insertThing(1) }
        await #expect(throws: SQLError.trigger("a thing stays")) {
            try await database.write { db in try db.execute("DELETE FROM thing") }
        }
    }
}
