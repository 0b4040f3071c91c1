import HeedCasework
import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("Changes of people, each hand in a session of its own")
struct StaffRequestTests {
    private let passphrase = "a passphrase of my own"

    private func proof(_ name: String, _ station: Station) -> FreshProof { .typed(station.credentials(name)) }

    private func add(_ station: Station) async throws -> String {
        let hazel = try await station.signIn("hazel")
        let code = try await AskStaffChange(station.desk).perform(
            session: hazel, ask: .add(username: "linden", person: "p20", name: "Linden", role: .officer),
            proof: proof("hazel", station))
        return try #require(code)
    }

    private func enrol(_ name: String, _ code: String, _ station: Station) async throws -> Enrol.Card {
        try await Enrol(station.desk).perform(
            Enrol.Form(username: name, code: code, passphrase: passphrase, repeated: passphrase, secretCode: ""))
    }

    private func sign(_ name: String, _ station: Station) async throws -> SignStaffChange.Outcome {
        let session = try await station.signIn(name)
        let waiting = try await OwnAccount(station.desk).view(session: session).toSign
        let request = try #require(waiting.first)
        return try await SignStaffChange(station.desk).perform(
            session: session, request: request.id, passphrase: Force.passphrase,
            secretCode: Force.enrolled(name).secretCode.grouped, oneTimeCode: station.code(name))
    }

    @Test("asked, enrolled and signed by two registrars, the account is there; not before", arguments: Engine.available)
    func added(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let code = try await add(station)
            let card = try await enrol("linden", code, station)
            #expect(try await station.count("SELECT count(*) FROM officer WHERE username = 'linden'") == 0)
            #expect(try await sign("cedar", station) == .waits)
            #expect(await station.refusal { try await sign("cedar", station) } == .notAllowed("refusal.signed-first"))
            #expect(try await station.count("SELECT count(*) FROM officer WHERE username = 'linden'") == 0)
            #expect(try await sign("dogwood", station) == .made)
            #expect(try await station.count("SELECT count(*) FROM staff_request") == 0)
            let totp = try TOTP(secretText: card.totp.value)
            station.time.advance(seconds: 30)
            _ = try await SignIn(station.desk).perform(
                SignInForm(
                    username: "linden", passphrase: passphrase, secretCode: try #require(card.secretCode).value,
                    totp: totp.code(step: TOTP.step(unixSeconds: station.time.seconds))))
        }
    }

    @Test("nobody but a registrar signs, and nobody but an administrator asks", arguments: Engine.available)
    func others(engine: Engine) async throws {
        try await Station.on(engine) { station in
            _ = try await enrol("linden", try await add(station), station)
            let cedar = try await station.signIn("cedar")
            let request = try #require(try await OwnAccount(station.desk).view(session: cedar).toSign.first)
            for name in ["alder", "hazel", "elder"] {
                let session = try await station.signIn(name)
                #expect(try await OwnAccount(station.desk).view(session: session).toSign.isEmpty)
                let refused = await station.refusal {
                    try await SignStaffChange(station.desk).perform(
                        session: session, request: request.id, passphrase: Force.passphrase,
                        secretCode: Force.enrolled(name).secretCode.grouped, oneTimeCode: station.code(name))
                }
                #expect(refused == .notFound, "\(name)")
            }
            let refused = await station.refusal {
                try await AskStaffChange(station.desk).perform(
                    session: cedar, ask: .totp(username: "alder"), proof: proof("cedar", station))
            }
            #expect(refused == .notFound)
        }
    }

    @Test("R49: without a fresh code nothing is asked, granted or ended", arguments: Engine.available)
    func fresh(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (hazel, alder) = (try await station.signIn("hazel"), try await station.signIn("alder"))
            for stale in [station.credentials("hazel", code: "000000"), station.credentials("alder")] {
                let asked = await station.refusal {
                    try await AskStaffChange(station.desk).perform(
                        session: hazel, ask: .role(username: "birch", .prevent), proof: .typed(stale))
                }
                #expect(asked == .notAllowed(.cannotUnlock))
                let ended = await station.refusal {
                    try await Deactivate(station.desk).perform(
                        session: hazel, username: "birch", reason: "left", proof: .typed(stale))
                }
                #expect(ended == .notAllowed(.cannotUnlock))
            }
            let granted = await station.refusal {
                try await GrantCompartment(station.desk).perform(
                    session: alder, compartment: .activity, to: "birch",
                    proof: .typed(station.credentials("alder", code: "000000")))
            }
            #expect(granted == .notAllowed(.cannotUnlock))
            #expect(try await station.count("SELECT count(*) FROM staff_request") == 0)
            #expect(try await station.count("SELECT count(*) FROM officer WHERE active = 0") == 0)
        }
    }

    @Test("a code counts for a week, once, and for its own person", arguments: Engine.available)
    func codes(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let code = try await add(station)
            #expect(await station.refusal { try await enrol("birch", code, station) } == .notAllowed(.cannotUnlock))
            try await station.database.write { db in try db.setCurrentBatch(3 + StaffRequest.codeBatches) }
            _ = try await enrol("linden", code, station)
            #expect(await station.refusal { try await enrol("linden", code, station) } == .notAllowed(.cannotUnlock))
        }
    }

    @Test("a code that was not used in a week is worth nothing", arguments: Engine.available)
    func overdue(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let code = try await add(station)
            try await station.database.write { db in try db.setCurrentBatch(3 + StaffRequest.codeBatches + 1) }
            #expect(await station.refusal { try await enrol("linden", code, station) } == .notAllowed(.cannotUnlock))
        }
    }

    @Test("two registrars who sign at the same moment make the change once", arguments: Engine.available)
    func race(engine: Engine) async throws {
        try await Station.on(engine) { station in
            _ = try await enrol("linden", try await add(station), station)
            let (cedar, dogwood) = (try await station.signIn("cedar"), try await station.signIn("dogwood"))
            let request = try #require(try await OwnAccount(station.desk).view(session: cedar).toSign.first)
            station.time.advance(seconds: 30)
            let outcomes = await withTaskGroup(
                of: SignStaffChange.Outcome?.self, returning: [SignStaffChange.Outcome].self
            ) { group in
                for (name, session) in [("cedar", cedar), ("dogwood", dogwood)] {
                    let code = Force.enrolled(name).totp.code(step: TOTP.step(unixSeconds: station.time.seconds))
                    group.addTask {
                        try? await SignStaffChange(station.desk).perform(
                            session: session, request: request.id, passphrase: Force.passphrase,
                            secretCode: Force.enrolled(name).secretCode.grouped, oneTimeCode: code)
                    }
                }
                return await group.reduce(into: []) { if let outcome = $1 { $0.append(outcome) } }
            }
            // One after the other: made. Both at once: one was kept, and the other has to look again.
            #expect(outcomes.count { $0 == .waits } == 1)
            let accounts = try await station.count("SELECT count(*) FROM officer WHERE username = 'linden'")
            #expect(accounts == (outcomes.contains(.made) ? 1 : 0))
        }
    }

    private func change(
        _ username: String, _ role: Role, _ permissions: Set<Compartment>?, _ station: Station
    ) async throws {
        let hazel = try await station.signIn("hazel")
        _ = try await AskStaffChange(station.desk).perform(
            session: hazel, ask: .role(username: username, role, permissions: permissions),
            proof: proof("hazel", station))
    }

    private func compartments(of username: String, _ station: Station) async throws -> Set<Compartment> {
        let hazel = try await station.signIn("hazel")
        let entry = try await StaffBook(station.desk).entries(session: hazel).first { $0.username == username }
        return Set(try #require(entry).keys.map(\.compartment))
    }

    @Test(
        "surveys are asked for by an administrator, kept unless somebody says otherwise, and taken away again",
        arguments: Engine.available)
    func surveys(engine: Engine) async throws {
        try await Station.on(engine) { station in
            #expect(try await compartments(of: "oak", station) == [.protect])
            for (asked, named) in [([.survey], [.protect, .survey]), (nil, [.protect, .survey]), ([], [.protect])]
                as [(Set<Compartment>?, Set<Compartment>)]
            {
                station.time.advance(seconds: 86_400)
                try await station.database.write { db in try db.setCurrentBatch(db.currentBatch() + 1) }
                try await change("oak", .protect, asked, station)
                #expect(try await sign("cedar", station) == .waits)
                #expect(try await sign("dogwood", station) == .made)
                #expect(try await compartments(of: "oak", station) == named)
            }
        }
    }

    @Test("no role but an advisor's may open surveys, asked for at once or with a change", arguments: Engine.available)
    func surveysOfOthers(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let refused = Refusal.notValid([FieldProblem(field: "survey", key: "problem.survey.role")])
            for role in Role.allCases where role != .protect {
                #expect(await station.refusal { try await change("oak", role, [.survey], station) } == refused)
            }
            let hazel = try await station.signIn("hazel")
            let added = await station.refusal {
                try await AskStaffChange(station.desk).perform(
                    session: hazel,
                    ask: .add(username: "linden", person: "p20", name: "", role: .officer, permissions: [.survey]),
                    proof: proof("hazel", station))
            }
            #expect(added == refused)
            #expect(try await station.count("SELECT count(*) FROM staff_request") == 0)
            // Juniper may open surveys now; in another role she may not, whatever was there before.
            try await change("juniper", .prevent, nil, station)
            #expect(try await station.count("SELECT count(*) FROM staff_request WHERE permissions = ''") == 1)
        }
    }
}
