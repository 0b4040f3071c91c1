import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@testable import HeedCasework

@Suite("Compartments are keys")
struct CompartmentKeysTests {
    @Test("with one officer's keys and the whole database, nothing opens outside their compartments")
    func keysAlone() async throws {
        try await Station.on(.sqlite) { station in
            for kind in ReportKind.allCases {
                let (thread, _) = try await station.report(
                    "Words", kind: kind, ["contact": ["details"], "reach": ["01632 960000"]])
                let session = try await station.signIn(Station.team(of: kind).first)
                _ = try await OpenReport(station.desk).perform(
                    StepForm(session: session, thread: thread, version: 0))
                guard kind == .prevent else { continue }
                // What a partner is asked, and what they answer.
                try await station.record(.screened, session, thread)
                try await station.answer(station.ask(session, thread))
            }
            try await station.surveyed(by: "juniper")
            let ids = try await station.database.read { db in
                try db.fetch("SELECT object_id FROM wrap").map { row -> [UInt8] in try row["object_id"] }
            }
            let rows = try await station.database.read { db in try ids.compactMap { try db.sealed($0) } }
            #expect(rows.count { $0.purpose == .partner } == 2)
            #expect(Set(rows.map(\.compartment)) == ["activity", "online", "prevent", "protect", "source", "survey"])
            for name in ["alder", "cedar", "fir", "juniper", "oak", "gorse", "hazel", "kelp"] {
                let session = try await station.signIn(name)
                let (held, opened) = try await station.desk.asOfficer(session) { officer, _ in
                    // Every key that this officer can unlock, tried on everything there is.
                    let keys = Compartment.allCases.compactMap { officer.key(of: $0.rawValue, epoch: 1) }
                    let opened = rows.filter { row in
                        keys.contains { key in
                            (try? SealedObject.open(
                                header: row.header, payload: row.payload ?? [], with: key.identity)) != nil
                        }
                    }
                    return (officer.officer.compartments, Set(opened.map(\.compartment)))
                }
                let reports = Set(rows.map(\.compartment))
                #expect(held.contains(.survey) == (name == "juniper"), "\(name)")
                #expect(opened == Set(held.map(\.rawValue)).intersection(reports), "\(name)")
            }
        }
    }
}
