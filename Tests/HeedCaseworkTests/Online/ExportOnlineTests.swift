import FoundationEssentials
import HeedCasework
import HeedCore
import HeedTestKit
import HeedVault
import Testing

@Suite("A file for the national unit")
struct ExportOnlineTests {
    private static let words = "My brother sent me this; I am at 1 Example Road"

    private func assessed(
        _ station: Station, _ view: OnlineAssessment.View = .unlawful
    ) async throws -> (RecordID, String) {
        let (thread, _) = try await station.report(
            Self.words, kind: .online, ["links": ["https://example.invalid/film\nHandle of somebody"]])
        let alder = try await station.signIn("alder")
        _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: thread, version: 0))
        _ = try await AssessOnline(station.desk).perform(
            station.form(alder, thread),
            assessment: OnlineAssessment(
                view: view, offences: view == .unlawful ? [.dissemination, .image] : [], why: "As the page reads.",
                gist: "A film"))
        return (thread, alder)
    }

    @Test(
        "the file is exactly what was allowed, its SHA-256 is the step's, and the disclosure is on record",
        arguments: Engine.available)
    func file(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, alder) = try await assessed(station)
            let export = ExportOnline(station.desk)
            let prepared = try await export.prepare(
                station.form(alder, thread), recipient: "CTIRU", purpose: "Referral", links: [0])
            guard case .disclosed(let disclosure) = prepared.body else { throw Refusal.notFound }
            let taken = try await export.sign(
                session: alder, token: prepared.token, credentials: station.credentials("alder"))
            let file = try await export.file(session: alder, thread: thread, number: taken.number)
            #expect(HeedCore.Hex.encode(Digest.sha256(file.bytes)) == disclosure.sha256)
            #expect(file.name == "heed-\(thread.handle)-\(taken.number).json")
            let text = String(decoding: file.bytes, as: UTF8.self)
            for secret in ["brother", "Example Road", "Handle of somebody", "alder", "p1", thread.hex] {
                #expect(!text.contains(secret), "\(secret)")
            }
            let day = LondonTime.day(of: station.desk.clock.now()).iso
            let read = try JSONDecoder().decode(UnitFile.self, from: Data(file.bytes))
            #expect(read.marking == "OFFICIAL-SENSITIVE" && read.reference == thread.handle)
            #expect(read.madeOn == day && read.reportedOn == day && read.assessment.assessedOn == day)
            #expect(read.links.map(\.given) == ["https://example.invalid/film"])
            #expect(read.links.map(\.defanged) == ["hxxps://example[.]invalid/film"])
            #expect(read.assessment.offences.map(\.section) == ["2", "13(1A)"])
            #expect(try await station.audited(.disclosed) == ["CTIRU: Referral"])
            #expect(try await station.view(alder, thread).warnings.isEmpty)

            // A later view changes nothing about what was given out.
            _ = try await AssessOnline(station.desk).perform(
                station.form(alder, thread),
                assessment: OnlineAssessment(view: .lawful, why: "On another look.", gist: "A film"))
            #expect(try await export.file(session: alder, thread: thread, number: taken.number).bytes == file.bytes)
        }
    }

    @Test("only what is likely unlawful goes, and only to somebody for something, with addresses of this report")
    func refused() async throws {
        try await Station.on(.sqlite) { station in
            let export = ExportOnline(station.desk)
            let (lawful, alder) = try await assessed(station, .lawful)
            #expect(
                await station.refusal {
                    try await export.prepare(
                        station.form(alder, lawful), recipient: "CTIRU", purpose: "Referral", links: [])
                } == .notNow("need.unlawful-view"))
            let (thread, again) = try await assessed(station)
            #expect(
                await station.refusal {
                    try await export.prepare(station.form(again, thread), recipient: " ", purpose: "", links: [])
                }
                    == .notValid([
                        FieldProblem(field: "recipient", key: "problem.recipient.empty"),
                        FieldProblem(field: "purpose", key: "problem.purpose.empty"),
                    ]))
            #expect(
                await station.refusal {
                    try await export.prepare(
                        station.form(again, thread), recipient: "CTIRU", purpose: "Referral", links: [2])
                } == .notValid([FieldProblem(field: "link", key: "problem.link.unreadable")]))
            #expect(
                await station.refusal { try await export.file(session: again, thread: thread, number: 1) } == .notFound)
        }
    }
}
