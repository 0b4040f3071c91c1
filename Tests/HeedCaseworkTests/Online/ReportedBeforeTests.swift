import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@testable import HeedCasework

@Suite("An address that was reported before")
struct ReportedBeforeTests {
    private func opened(_ link: String, _ station: Station, by session: String) async throws -> RecordID {
        let (thread, _) = try await station.report("", kind: .online, ["links": [link]])
        _ = try await OpenReport(station.desk).perform(StepForm(session: session, thread: thread, version: 0))
        return thread
    }

    @Test("other reports that name it are shown, finished ones too, and nothing is done", arguments: Engine.available)
    func found(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let alder = try await station.signIn("alder")
            let first = try await opened("https://example.invalid/film", station, by: alder)
            _ = try await AssessOnline(station.desk).perform(
                station.form(alder, first),
                assessment: OnlineAssessment(view: .elsewhere, why: "A song.", gist: "A song on a page"))
            _ = try await ProposeNoAction(station.desk).perform(
                station.form(alder, first), decision: Station.noAction)
            let cedar = try await station.signIn("cedar")
            _ = try await Confirm(station.desk).perform(station.form(cedar, first), reason: "")
            _ = try await Close(station.desk).perform(station.form(alder, first))
            let (second, _) = try await station.report("See www.example.invalid/film today.", kind: .online)
            let third = try await opened("hxxp://example[.]invalid/film", station, by: alder)
            let other = try await opened("https://example.invalid/another", station, by: alder)

            let before = try await station.view(alder, third).before
            #expect(before.map(\.link.plain) == ["example.invalid/film"])
            #expect(before[0].reports.map(\.thread) == [first, second] && before[0].more == 0)
            #expect(before[0].reports.map(\.state) == [.closed, .received])
            #expect(try await station.view(alder, other).before.isEmpty)
            #expect(
                try await station.audited(.reportViewed).contains {
                    $0.contains(first.handle) && $0.contains(second.handle)
                })
            #expect(try await station.view(alder, first).facts.state == .closed)
        }
    }

    @Test(
        "what was opened by nobody is compared with nothing, and more than five are counted",
        arguments: Engine.available)
    func many(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let alder = try await station.signIn("alder")
            for _ in 0..<7 { _ = try await station.report("", kind: .online, ["links": ["example.invalid/film"]]) }
            let (last, _) = try await station.report("", kind: .online, ["links": ["example.invalid/film"]])
            #expect(try await station.view(alder, last).before.isEmpty)
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: last, version: 0))
            let before = try await station.view(alder, last).before
            #expect(before.map(\.reports.count) == [ReportedBefore.most] && before.map(\.more) == [2])
        }
    }

    @Test("a card from before addresses were noted is written anew at the first look", arguments: Engine.available)
    func old(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let alder = try await station.signIn("alder")
            let first = try await opened("example.invalid/film", station, by: alder)
            let second = try await opened("example.invalid/film", station, by: alder)
            try await station.desk.asOfficer(alder) { officer, _ in
                _ = try await Extracts(desk: station.desk, officer: officer).queue()
                let row = try #require(
                    try await station.database.read { db in try db.cards(of: [first.bytes]).first })
                let card = try #require(officer.card(in: row))
                let key = try #require(officer.key(of: row.compartment, epoch: row.epoch))
                var bytes = CardCodec.encode(card)
                bytes[0] = CardCodec.withoutLinks
                bytes.removeLast(1 + 8)
                #expect(CardCodec.decode(bytes).map { $0.links == nil } == true)
                var box = row
                box.box = try ExtractBox.seal(
                    bytes, key: key.extractKey, thread: row.thread, version: UInt32(row.version))
                let written = box
                try await station.database.write { db in try db.upsert(written) }
            }
            #expect(try await station.view(alder, second).before.flatMap(\.reports).map(\.thread) == [first])
        }
    }
}
