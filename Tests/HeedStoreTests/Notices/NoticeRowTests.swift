import HeedCore
import HeedSQL
import HeedStore
import HeedTestKit
import Testing

/// Notices in the store: only ever added, each change with the next number.
@Suite struct NoticeRowTests {
    private static let now = Instant(seconds: 1_790_000_000)

    private static func notice(_ version: Int, from start: Seconds = 0, to end: Seconds = 60) -> Notice {
        Notice(
            id: RecordID(bytes: Examples.bytes(16, UInt64(version)))!, version: version, kind: .incident,
            words: [
                "en": NoticeWords(title: "Title \"\(version)\"", text: "Words\n\nmore", act: "Act"),
                "ur": NoticeWords(title: "عنوان", text: "الفاظ", act: "عمل"),
            ], start: now + start, end: now + end)
    }

    @Test(arguments: Engine.available) func `what was published comes back as it was, until it is over or withdrawn`(
        engine: Engine
    ) async throws {
        try await engine.withStore { database in
            #expect(try await database.read { db in try db.bulletin(at: Self.now) } == Bulletin())
            try await database.write { db in
                try db.insert(Self.notice(1))
                try db.insert(Self.notice(2, from: 30, to: 90))
            }
            let seen = { (seconds: Seconds) in
                try await database.read { db in try db.bulletin(at: Self.now + seconds) }
            }
            #expect(
                try await seen(0) == Bulletin(version: 2, notices: [Self.notice(1), Self.notice(2, from: 30, to: 90)]))
            #expect(try await seen(60).notices.map(\.version) == [2])
            try await database.write { db in try db.withdraw(Self.notice(2).id, version: 3) }
            #expect(try await seen(0) == Bulletin(version: 3, notices: [Self.notice(1)]))
            let all = try await database.read { db in try db.notices(limit: 9) }
            #expect(all.map(\.notice.version) == [2, 1] && all.map(\.withdrawn) == [3, nil])
        }
    }

    @Test(arguments: Engine.available) func `the threat level is the last that was set, or none`(
        engine: Engine
    ) async throws {
        try await engine.withStore { database in
            let reading = ThreatReading(level: .severe, asOf: CalendarDay(iso: "2026-11-24")!)
            for (version, set) in [(0, nil), (1, reading), (2, nil), (3, reading)] as [(Int, ThreatReading?)] {
                if version > 0 {
                    try await database.write { db in try db.setThreatLevel(set, version: version) }
                }
                let bulletin = try await database.read { db in try db.bulletin(at: Self.now) }
                #expect(bulletin == Bulletin(version: version, threat: set))
            }
        }
    }

    @Test(arguments: Engine.available) func `the public side says which change it shows`(engine: Engine) async throws {
        try await engine.withStore { database in
            #expect(try await database.read { db in try db.bulletinShown() } == 0)
            for version in [3, 7, 2] {
                try await database.write { db in try db.noteBulletinShown(version) }
                #expect(try await database.read { db in try db.bulletinShown() } == version)
            }
        }
    }

    @Test(arguments: Engine.available) func `nothing published is changed or deleted, whoever asks`(
        engine: Engine
    ) async throws {
        try await engine.withStore { database in
            try await database.write { db in
                try db.insert(Self.notice(1))
                try db.withdraw(Self.notice(1).id, version: 2)
                try db.setThreatLevel(nil, version: 3)
            }
            let attempts: [(SQL, String)] = [
                ("UPDATE notice SET ends = ends + 1", "a notice is never changed"),
                ("UPDATE notice SET words = '{}'", "a notice is never changed"),
                ("DELETE FROM notice", "a notice is never deleted"),
                ("UPDATE notice_withdrawal SET version = 9", "a withdrawal is never changed"),
                ("DELETE FROM notice_withdrawal", "a withdrawal is never deleted"),
                ("UPDATE threat_level SET level = 'low'", "a threat level is never changed"),
                ("DELETE FROM threat_level", "a threat level is never deleted"),
            ]
            for (sql, words) in attempts {
                await #expect(throws: SQLError.trigger(words), "\(sql.text(for: .sqlite))") {
                    try await database.write { db in try db.execute(sql) }
                }
            }
        }
    }

    @Test(arguments: Engine.available) func `a row that no rule allows is not stored`(engine: Engine) async throws {
        try await engine.withStore { database in
            try await database.write { db in try db.insert(Self.notice(1)) }
            let (id, other) = (Self.notice(1).id.bytes, Examples.bytes(16, 99))
            let attempts: [(SQL, SQLError)] = [
                ("INSERT INTO notice VALUES (1, \(other), 'incident', 1, 2, '{}')", .unique),
                ("INSERT INTO notice VALUES (2, \(id), 'incident', 1, 2, '{}')", .unique),
                ("INSERT INTO notice VALUES (2, \(other), 'joke', 1, 2, '{}')", .check),
                ("INSERT INTO notice VALUES (2, \(other), 'incident', 2, 2, '{}')", .check),
                ("INSERT INTO notice_withdrawal VALUES (2, \(other))", .foreignKey),
                ("INSERT INTO threat_level VALUES (2, 'panic', '2026-11-24')", .check),
                ("INSERT INTO threat_level VALUES (2, 'low', NULL)", .check),
                ("INSERT INTO notice_shown VALUES ('elsewhere', 1)", .check),
            ]
            for (sql, error) in attempts {
                await #expect(throws: error, "\(sql.text(for: .sqlite))") {
                    try await database.write { db in try db.execute(sql) }
                }
            }
            try await database.write { db in try db.withdraw(Self.notice(1).id, version: 2) }
            await #expect(throws: SQLError.unique) {
                try await database.write { db in try db.withdraw(Self.notice(1).id, version: 3) }
            }
        }
    }

    /// What the public process may not do is among the attempts of `RoleTests`.
    @Test(.enabled(if: Engine.available.contains(.postgres)))
    func `on PostgreSQL the desk publishes and changes nothing, the public side reads and says what it shows`()
        async throws
    {
        try await Engine.postgres.withPlace { place in
            let owner = try place.open()
            try await Migrations().apply(to: owner)
            try await PostgresRoles().grant(on: owner)
            let (desk, intake) = (try place.open(user: PostgresRoles.desk), try place.open(user: PostgresRoles.intake))
            try await desk.write { db in
                try db.insert(Self.notice(1))
                try db.withdraw(Self.notice(1).id, version: 2)
                try db.setThreatLevel(nil, version: 3)
            }
            #expect(try await intake.read { db in try db.bulletin(at: Self.now) }.version == 3)
            try await intake.write { db in try db.noteBulletinShown(3) }
            #expect(try await desk.read { db in try db.bulletinShown() } == 3)
            for sql in ["UPDATE notice SET ends = 9", "DELETE FROM notice", "DELETE FROM threat_level"] as [SQL] {
                await #expect(throws: SQLError.denied, "\(sql.text(for: .postgres))") {
                    try await desk.write { db in try db.execute(sql) }
                }
            }
            for database in [desk, intake, owner] { await database.close() }
        }
    }
}
