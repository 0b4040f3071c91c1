import HeedCasework
import HeedCore
import HeedIntake
import HeedSQL
import HeedStore
import HeedTestKit
import Testing

@Suite("Reading the feedback box")
struct FeedbackTests {
    private func send(_ words: String, _ found: Feedback.Found?, _ station: Station) async throws {
        try await SendFeedback(station.intake).perform(
            Feedback(words: words, found: found, language: "ur"), form: .random())
    }

    @Test(
        "communications reads it, oldest batch first, and what is marked as read is gone with an audit row and no words",
        arguments: Engine.available)
    func readAndErase(engine: Engine) async throws {
        try await Station.on(engine) { station in
            try await send("MARKER first", .no, station)
            try await station.database.write { db in try db.setCurrentBatch(4) }
            for number in 0..<3 { try await send("MARKER later \(number)", nil, station) }
            let session = try await station.signIn("kelp")
            let box = try #require(try await ReadFeedback(station.desk).perform(session: session))
            #expect(box.unread == 4 && box.entries.count == 4)
            #expect(box.entries[0].feedback == Feedback(words: "MARKER first", found: .no, language: "ur"))
            #expect(box.entries.map(\.day) == box.entries.map(\.day).sorted())
            let gone = try await EraseFeedback(station.desk).perform(
                session: session, entries: box.entries.prefix(2).map(\.id) + [.random()])
            #expect(gone == 2)
            // Somebody else's second press counts nothing.
            let other = try await station.signIn("lilac")
            #expect(
                try await EraseFeedback(station.desk).perform(session: other, entries: [box.entries[0].id]) == 0)
            #expect(try await station.count("SELECT count(*) FROM feedback") == 2)
            let gorse = try await station.signIn("gorse")
            let lines = try await AuditReading(station.desk).perform(session: gorse).lines
            #expect(lines.filter { $0.verb == "feedback-erased" }.map(\.actor) == ["kelp", "kelp"])
            #expect(lines.filter { $0.verb == "feedback-viewed" }.map(\.reason) == ["4"])
            #expect(!lines.contains { "\($0)".contains("MARKER") })
        }
    }

    @Test("nobody else has the box: not officers, supervisors, auditors, call-takers or administrators")
    func others() async throws {
        try await Station.on(.sqlite) { station in
            try await send("MARKER", .yes, station)
            let id = try await station.database.read { db in try db.feedback(limit: 1)[0].id }
            for name in ["alder", "cedar", "fir", "gorse", "hazel", "iris", "juniper"] {
                let session = try await station.signIn(name)
                #expect(
                    await station.refusal { try await ReadFeedback(station.desk).perform(session: session)?.unread }
                        == .notFound, "\(name)")
                #expect(
                    await station.refusal {
                        try await EraseFeedback(station.desk).perform(
                            session: session, entries: [RecordID(bytes: id)!])
                    } == .notFound, "\(name)")
            }
            #expect(try await station.count("SELECT count(*) FROM feedback") == 1)
            #expect(Role.allCases.filter { $0.compartments.contains(.feedback) } == [.communications])
            #expect(Role.communications.compartments == [.feedback])
        }
    }

    @Test("an entry changed in the store, or put in another's place, is shown as one that does not open")
    func tampered() async throws {
        try await Station.on(.sqlite) { station in
            try await send("one", nil, station)
            try await send("two", nil, station)
            try await station.database.write { db in
                let rows = try db.feedback(limit: 2)
                _ = try db.execute("UPDATE feedback SET file = \(rows[0].file) WHERE feedback_id = \(rows[1].id)")
                try db.insert(FeedbackRow(id: RecordID.random().bytes, batch: 0, epoch: 1, file: [1, 2, 3]))
            }
            let session = try await station.signIn("kelp")
            let box = try #require(try await ReadFeedback(station.desk).perform(session: session))
            #expect(box.entries.count == 3 && box.entries.filter { $0.feedback == nil }.count == 2)
            let gone = try await EraseFeedback(station.desk).perform(session: session, entries: box.entries.map(\.id))
            #expect(gone == 3)
        }
    }

    @Test("erasing and its audit row are one: without the row nothing is erased")
    func together() async throws {
        try await Station.on(.sqlite) { station in
            try await send("one", nil, station)
            let session = try await station.signIn("kelp")
            let box = try #require(try await ReadFeedback(station.desk).perform(session: session))
            try await station.database.write { db in
                _ = try db.execute(
                    "CREATE TRIGGER no_audit BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END")
            }
            _ = try? await EraseFeedback(station.desk).perform(session: session, entries: box.entries.map(\.id))
            #expect(try await station.count("SELECT count(*) FROM feedback") == 1)
        }
    }
}
