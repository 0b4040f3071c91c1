import HeedSQL
import HeedStore
import HeedTestKit
import Testing

/// R62 and R68: the credentials of the processes, tried directly.
@Suite(.enabled(if: Engine.available.contains(.postgres))) struct RoleTests {
    private static let thread = Examples.thread(1)

    private func withRoles(_ body: (_ owner: Database, DatabasePlace) async throws -> Void) async throws {
        try await Engine.postgres.withPlace { place in
            let owner = try place.open()
            try await Migrations().apply(to: owner)
            let roles = try PostgresRoles()
            try await roles.grant(on: owner)
            try await roles.grant(on: owner)
            try await owner.write { db in
                try db.setCurrentBatch(3)
                try db.insert(Self.thread)
                try db.insert(Examples.item(of: Self.thread))
                try db.insert(Examples.sealed(1, in: Self.thread))
                try db.insert(Examples.sealed(2, in: Self.thread, purpose: .reply))
                try db.execute(
                    """
                    INSERT INTO certificate (certificate_hash, username, person, note, revoked)
                    VALUES (\(Examples.bytes(32, 5)), 'a.clerk', 'P1', 'a note', 0)
                    """)
                try db.execute(
                    """
                    INSERT INTO reply (object_id, thread_id, round, certificate, signature, batch) VALUES (
                        \(Examples.sealed(2, in: Self.thread).id), \(Self.thread.id), 1, \(Examples.bytes(32, 5)),
                        \(Examples.bytes(64, 6)), 3)
                    """)
            }
            try await body(owner, place)
            await owner.close()
        }
    }

    @Test func `R68: the public process cannot read a stored report`() async throws {
        try await withRoles { _, place in
            let intake = try place.open(user: PostgresRoles.intake)
            let attempts: [SQL] = [
                "SELECT * FROM wrap", "SELECT header FROM wrap", "SELECT * FROM body", "SELECT payload FROM body",
                "SELECT count(*) FROM body", "SELECT * FROM thread", "SELECT * FROM event", "SELECT * FROM extract",
                "SELECT * FROM reply", "SELECT * FROM pending_leaf", "SELECT * FROM audit", "SELECT * FROM audit_key",
                "SELECT * FROM draft", "SELECT routine_file FROM officer", "SELECT file FROM compartment_key",
                "SELECT file FROM feedback", "SELECT * FROM partner_request", "SELECT tag FROM partner_request",
                "SELECT * FROM partner_answer", "DELETE FROM partner_request", "UPDATE partner_request SET tag = NULL",
                "INSERT INTO partner_request SELECT * FROM partner_request", "DELETE FROM partner_answer",
                "SELECT is_read FROM partner_answer", "UPDATE partner_answer SET is_read = 1",
                "INSERT INTO partner_answer (object_id, is_read) VALUES (NULL, 1)",
                "SELECT batch FROM feedback", "DELETE FROM feedback",
                "SELECT topic FROM frozen_count", "DELETE FROM frozen_count",
                "COPY body TO STDOUT", "TABLE body", "DELETE FROM thread", "UPDATE thread SET tag = NULL",
                "UPDATE item SET status = 'opened'", "DELETE FROM wrap", "INSERT INTO officer SELECT * FROM officer",
                "UPDATE clock SET value = 9", "TRUNCATE body", "DELETE FROM notice",
                "INSERT INTO notice VALUES (1, NULL, 'incident', 1, 2, '{}')", "UPDATE threat_level SET level = 'low'",
                "INSERT INTO notice_withdrawal VALUES (1, NULL)", "CREATE TABLE mine (n bigint)",
            ]
            for sql in attempts {
                await #expect(throws: SQLError.denied, "\(sql.text(for: .postgres))") {
                    try await intake.write { db in try db.execute(sql) }
                }
            }
            await intake.close()
        }
    }

    @Test func `the public process can do all that receiving takes`() async throws {
        try await withRoles { owner, place in
            let intake = try place.open(user: PostgresRoles.intake)
            let writer = AuditWriter(role: "intake") { $0 }
            let second = Examples.thread(50)
            let leaf = PendingLeafRow(
                t: Examples.bytes(32, 1), entry: Examples.bytes(65, 2), kind: 1, cohort: 0,
                saltKind: Examples.bytes(32, 3), commitmentBody: Examples.bytes(32, 4), releaseBatch: 7)
            let mac = Examples.bytes(32, 9)
            try await GroupCommit(database: intake).commit { db in
                try db.place(
                    ItemPlacement(
                        thread: second, item: Examples.item(of: second), objects: [Examples.sealed(60, in: second)],
                        leaf: leaf, mark: RepeatRow(mac: mac, expiresBatch: 5), answer: nil, wakes: true, dueBatch: 4))
                writer.append(AuditEntry(time: 1, actor: "reporter", verb: "received"), in: db)
            }
            var followUp = leaf
            followUp.t = Examples.bytes(32, 11)
            let added = followUp
            try await GroupCommit(database: intake).commit { db in
                let found = try #require(try db.foundThread(tag: Self.thread.tag ?? []))
                #expect(found.id == Self.thread.id)
                let number = try db.nextItem(of: found.id)
                #expect(number == 1)
                try db.place(
                    ItemPlacement(
                        thread: nil, item: Examples.item(number, of: Self.thread),
                        objects: [Examples.sealed(70, in: Self.thread, purpose: .followUp)], leaf: added,
                        mark: RepeatRow(mac: Examples.bytes(32, 10), expiresBatch: 5), answer: nil, wakes: true,
                        dueBatch: 4))
                writer.append(AuditEntry(time: 2, actor: "reporter", verb: "received"), in: db)
            }
            try await intake.read { db in
                let received = try db.received(mac: mac)
                #expect(received?.thread == second.id)
                #expect(try db.mailbox(of: Self.thread.id).replies.count == 1)
                #expect(try db.mailbox(of: second.id).replies.isEmpty)
                #expect(try db.mailbox(of: second.id).items.count == 1)
                #expect(try db.releaseBatch(of: leaf.t) == 7)
                #expect(try db.isMarked(mac))
                #expect(try db.keyHolders(of: "activity", epoch: 1).isEmpty)
            }
            let report = try await AuditVerifier(reader: AuditReader { $0 }).verify(owner)
            #expect(report.rows == 2 && report.faults == [])
            #expect(try await owner.read { db in try db.thread(Self.thread.id) }?.wake == true)
            try await intake.write { db in try db.beat() }
            let entry = FeedbackRow(id: Examples.bytes(16, 12), batch: 3, epoch: 1, file: [1])
            try await intake.write { db in try db.insert(entry) }
            #expect(try await intake.read { db in try db.unreadFeedback() } == 1)
            #expect(try await intake.read { db in try db.holdsFeedback(entry.id) })
            try await Migrations().check(intake)
            await intake.close()
        }
    }

    @Test func `the public process puts a partner's answer in, and the desk's says that it was read`() async throws {
        try await withRoles { owner, place in
            let (intake, desk) = (try place.open(user: PostgresRoles.intake), try place.open(user: PostgresRoles.desk))
            let object = Examples.sealed(80, in: Self.thread, purpose: .partner)
            let answer = PartnerAnswerRow(
                object: object.id, request: Examples.bytes(16, 81), thread: Self.thread.id, mac: Examples.bytes(32, 82),
                batch: 3)
            try await intake.write { db in try db.place(answer, object) }
            #expect(try await desk.read { db in try db.unreadAnswers() }.map(\.key) == [.answer(object.id)])
            try await desk.write { db in try db.markRead([object.id]) }
            #expect(try await desk.read { db in try db.unreadAnswers() }.isEmpty)
            for sql in ["UPDATE partner_answer SET mac = mac", "DELETE FROM partner_answer"] as [SQL] {
                await #expect(throws: SQLError.denied) { try await desk.write { db in try db.execute(sql) } }
            }
            await intake.close()
            await desk.close()
        }
    }

    @Test func `the desk's process reads the feedback box and takes out what was read`() async throws {
        try await withRoles { owner, place in
            let entry = FeedbackRow(id: Examples.bytes(16, 12), batch: 3, epoch: 1, file: [1])
            try await owner.write { db in try db.insert(entry) }
            let desk = try place.open(user: PostgresRoles.desk)
            #expect(try await desk.read { db in try db.feedback(limit: 5) } == [entry])
            #expect(try await desk.write { db in try db.deleteFeedback(entry.id) })
            await desk.close()
            let ledger = try place.open(user: PostgresRoles.ledger)
            await #expect(throws: SQLError.denied) { try await ledger.read { db in try db.feedback(limit: 5) } }
            await ledger.close()
        }
    }

    @Test func `the desk's process keeps what was counted, and can take none of it away`() async throws {
        try await withRoles { _, place in
            let row = FrozenCountRow(
                topic: "reports/activity", period: "2027-01-18", compartment: "activity", epoch: 1, batch: 3, box: [1])
            let desk = try place.open(user: PostgresRoles.desk)
            #expect(try await desk.write { db in try db.freeze(row) })
            #expect(try await desk.write { db in try db.freeze(row) } == false)
            #expect(try await desk.read { db in try db.frozenCounts(of: [row.topic], from: "2027-01-01") } == [row])
            for sql in ["UPDATE frozen_count SET batch = 4", "DELETE FROM frozen_count"] as [SQL] {
                await #expect(throws: SQLError.denied) { try await desk.write { db in try db.execute(sql) } }
            }
            await desk.close()
        }
    }

    @Test func `R62: no role changes or deletes an audit row`() async throws {
        try await withRoles { _, place in
            for role in [PostgresRoles.intake, PostgresRoles.desk, PostgresRoles.ledger] {
                let database = try place.open(user: role)
                let writer = AuditWriter(role: "desk") { $0 }
                try await database.write { db in
                    writer.append(AuditEntry(time: 1, actor: "a", verb: "viewed"), in: db)
                }
                let attempts: [SQL] = [
                    "UPDATE audit SET batch = 1", "DELETE FROM audit", "TRUNCATE audit", "DELETE FROM audit_key",
                    "ALTER TABLE audit DISABLE TRIGGER ALL", "DROP TRIGGER audit_no_update ON audit",
                ]
                for sql in attempts {
                    await #expect(throws: SQLError.denied, "\(role): \(sql.text(for: .postgres))") {
                        try await database.write { db in try db.execute(sql) }
                    }
                }
                await database.close()
            }
        }
    }
}

/// The same expressions where there are no roles.
@Suite struct ReporterAccessTests {
    @Test func `a thread's replies and one leaf are found on SQLite as well`() async throws {
        try await Engine.sqlite.withStore { database in
            let thread = Examples.thread(1)
            try await database.write { db in
                try db.insert(thread)
                try db.insert(Examples.sealed(1, in: thread))
                try db.insert(Examples.sealed(2, in: thread, purpose: .reply))
                try db.execute(
                    """
                    INSERT INTO reply (object_id, thread_id, round, certificate, signature, batch) VALUES (
                        \(Examples.sealed(2, in: thread).id), \(thread.id), 1, \(Examples.bytes(32, 5)),
                        \(Examples.bytes(64, 6)), 3)
                    """)
                let replies = try db.fetch("SELECT header, payload FROM \(db.replyObjects(of: thread.id))")
                #expect(replies.count == 1)
                let leaf = try db.first("SELECT entry FROM \(db.waitingLeaf(Examples.bytes(32, 1)))")
                #expect(leaf == nil)
            }
        }
    }
}
