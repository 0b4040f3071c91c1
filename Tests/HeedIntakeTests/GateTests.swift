import HeedCore
import HeedIntake
import HeedLedger
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("Whether the form is open")
struct GateTests {
    @Test("it is open when a report can be received and one day opened", arguments: Engine.available)
    func open(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            try await site.addOfficer()
            #expect(await site.refusal { try await site.gate().check() } == nil)
        }
    }

    @Test("nobody on shift, late batches and an expired manifest leave it open")
    func staysOpen() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            try await site.addOfficer()
            site.time.advance(seconds: 10 * 365 * 86_400)
            #expect(await site.refusal { try await site.gate().check() } == nil)
        }
    }

    @Test("with no certified, active officer who holds the key it is closed", arguments: Lack.allCases)
    func officers(_ lack: Lack) async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let force = site.force
            switch lack {
            case .nobody: break
            case .inactive: try await site.addOfficer(active: false)
            case .noKey: try await site.addOfficer(holdsKey: false)
            case .oneRegistrar:
                try await site.addOfficer(certificate: force.certificate(of: force.officer, signedBy: 1))
            case .otherCompartment:
                try await site.addOfficer(certificate: force.certificate(of: force.officer, compartments: ["online"]))
            case .revoked:
                try await site.addOfficer()
                _ = try await site.database.write { db in try db.execute("UPDATE certificate SET revoked = 1") }
            }
            #expect(await site.refusal { try await site.gate().check() } == .closed("closed.officers"))
        }
    }

    enum Lack: CaseIterable { case nobody, inactive, noKey, oneRegistrar, otherCompartment, revoked }

    @Test("without room on the disk it is closed")
    func disk() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            try await site.addOfficer()
            let settings = IntakeSettings(diskReserve: 1_000, dataDirectory: "/")
            for (free, expected) in [(Int64(999), Refusal.closed("closed.disk")), (1_000, nil)] {
                let gate = FormGate(try site.intake(settings: settings)) { _ in free }
                #expect(await site.refusal { try await gate.check() } == expected)
            }
            let unread = FormGate(try site.intake(settings: settings)) { _ in nil }
            #expect(await site.refusal { try await unread.check() } == .closed("closed.disk"))
            #expect((FreeDisk.bytes(at: "/") ?? 0) > 0)
            #expect(FreeDisk.bytes(at: "/no/such/place") == nil)
        }
    }

    @Test("a store that does not commit closes it, and opens it again within two seconds of committing")
    func store() async throws {
        try await Engine.sqlite.withPlace { place in
            let database = try place.open(waiting: 0.2)
            try await Migrations().apply(to: database)
            let other = try place.open()
            let site = try Site(database)
            try await site.addOfficer()
            let gate = site.gate()
            let hold = Hold(.waits)
            async let held: Void = other.write { db in hold.join(db) }
            while !hold.isReached { try await Task.sleep(for: .milliseconds(1)) }
            #expect(await site.refusal { try await gate.check() } == .closed("closed.store"))
            hold.release()
            try await held
            site.time.advance(milliseconds: 1_900)
            #expect(await site.refusal { try await gate.check() } == .closed("closed.store"))
            site.time.advance(milliseconds: 100)
            #expect(await site.refusal { try await gate.check() } == nil)
            await other.close()
            await database.close()
        }
    }

    @Test("a full queue closes it")
    func queue() async throws {
        try await Site.on(.sqlite, capacity: 2) { (site: Site) async throws in
            try await site.addOfficer()
            let hold = Hold(.waits)
            async let first: Void = site.commits.commit { db in hold.join(db) }
            while !hold.isReached { try await Task.sleep(for: .milliseconds(1)) }
            async let second: Void = site.commits.commit { _ in }
            try await Task.sleep(for: .milliseconds(20))
            #expect(await site.refusal { try await site.gate().check() } == .closed("closed.queue"))
            hold.release()
            try await first
            try await second
        }
    }

    @Test("a hundred who ask at once cost one question")
    func once() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            try await site.addOfficer()
            let asked = Tally()
            let shared = Counted(
                gate: FormGate(try site.intake(settings: IntakeSettings(dataDirectory: "/"))) { _ in
                    asked.add()
                    return .max
                })
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<100 { group.addTask { try await shared.gate.check() } }
                try await group.waitForAll()
            }
            #expect(asked.count == 1)
        }
    }

    private struct Counted: Sendable { let gate: FormGate }
}
