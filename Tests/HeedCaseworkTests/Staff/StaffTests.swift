import HeedCasework
import HeedCore
import HeedKeyring
import HeedTestKit
import HeedVault
import Testing

@Suite("Staff")
struct StaffTests {
    private func consents(_ station: Station, _ names: [String] = ["cedar", "dogwood"]) -> [RegistrarConsent] {
        station.time.advance(seconds: 30)
        return names.map { name in
            let code = Force.enrolled(name).totp.code(step: TOTP.step(unixSeconds: station.time.seconds))
            return RegistrarConsent(username: name, credentials: station.credentials(name, code: code))
        }
    }

    private func sign(in name: String, _ card: AddOfficer.Card, _ passphrase: String, _ station: Station) async throws
        -> String
    {
        station.time.advance(seconds: 30)
        return try await SignIn(station.desk).perform(
            SignInForm(
                username: name, passphrase: passphrase, secretCode: card.secretCode.grouped,
                totp: card.totp.code(step: TOTP.step(unixSeconds: station.time.seconds)))
        ).value
    }

    @Test(
        "two registrars enrol an officer, a holder grants the keys, and then reports open", arguments: Engine.available)
    func enrol(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            let new = AddOfficer.NewOfficer(
                username: "linden", person: "p20", name: "Linden", role: .officer, passphrase: "another few words",
                lastBatch: 400)
            #expect(
                await station.refusal {
                    try await AddOfficer(station.desk).perform(new, by: consents(station, ["cedar"]))
                } == .notAllowed("refusal.registrars"))
            #expect(
                await station.refusal {
                    try await AddOfficer(station.desk).perform(new, by: consents(station, ["cedar", "alder"]))
                } == .notAllowed("refusal.registrars"))
            let card = try await AddOfficer(station.desk).perform(new, by: consents(station))
            var linden = try await sign(in: "linden", card, "another few words", station)
            #expect(await station.refusal { try await station.view(linden, thread) } == .notFound)
            let alder = try await station.signIn("alder")
            #expect(
                try await GrantCompartment(station.desk).perform(
                    session: alder, compartment: .activity, to: "linden", proof: .signedInNow) == 1)
            #expect(
                await station.refusal {
                    try await GrantCompartment(station.desk).perform(
                        session: alder, compartment: .prevent, to: "linden", proof: .signedInNow)
                } == .notFound)
            #expect(
                await station.refusal {
                    try await GrantCompartment(station.desk).perform(
                        session: alder, compartment: .activity, to: "fir", proof: .signedInNow)
                } == .notAllowed("refusal.not-certified"))
            linden = try await sign(in: "linden", card, "another few words", station)
            #expect(try await station.view(linden, thread).facts.unopened == [0])
        }
    }

    @Test("a change of role ends sessions and takes keys away", arguments: Engine.available)
    func role(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            let birch = try await station.signIn("birch")
            _ = try await station.view(birch, thread)
            try await ChangeRole(station.desk).perform(
                username: "birch", to: .prevent, lastBatch: 400, by: consents(station))
            #expect(await station.refusal { try await station.view(birch, thread) } == .notAllowed(.locked))
            let again = try await station.signIn("birch")
            #expect(await station.refusal { try await station.view(again, thread) } == .notFound)
            try await ChangeRole(station.desk).perform(
                username: "birch", to: .supervisor, lastBatch: 401, by: consents(station))
            let third = try await station.signIn("birch")
            // The keys were deleted with the role: they are granted again, not got back.
            #expect(await station.refusal { try await station.view(third, thread) } == .notFound)
        }
    }

    @Test("a new passphrase opens, the old one does not, and old steps still verify", arguments: Engine.available)
    func passphrase(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            let alder = try await station.signIn("alder")
            try await station.research(thread, by: alder)
            try await ChangePassphrase(station.desk).perform(
                username: "alder", passphrase: Force.passphrase,
                secretCode: Force.enrolled("alder").secretCode.grouped, totp: station.code("alder"),
                new: "five other plain words")
            #expect(await station.refusal { try await station.view(alder, thread) } == .notAllowed(.locked))
            #expect(await station.refusal { try await station.signIn("alder") } == .notAllowed(.cannotUnlock))
            let again = try await SignIn(station.desk).perform(
                SignInForm(
                    username: "alder", passphrase: "five other plain words",
                    secretCode: Force.enrolled("alder").secretCode.grouped, totp: station.code("alder"))
            ).value
            #expect(try await station.view(again, thread).warnings.isEmpty)
        }
    }

    @Test("a lost card means new keys; what the old ones signed still counts", arguments: Engine.available)
    func lostCard(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            let alder = try await station.signIn("alder")
            try await station.research(thread, by: alder)
            let card = try await ReEnrol(station.desk).perform(
                username: "alder", passphrase: "fresh words again", lastBatch: 500, by: consents(station))
            #expect(await station.refusal { try await station.signIn("alder") } == .notAllowed(.cannotUnlock))
            _ = try await sign(in: "alder", card, "fresh words again", station)
            let birch = try await station.signIn("birch")
            let view = try await station.view(birch, thread)
            #expect(view.warnings.isEmpty && view.steps.count == 3)
        }
    }

    @Test("a lost device gets a new secret with an administrator present")
    func lostDevice() async throws {
        try await Station.on(.sqlite) { station in
            let alder = try await station.signIn("alder")
            let hazel = try await station.signIn("hazel")
            let secret = Force.enrolled("alder").secretCode.grouped
            #expect(
                await station.refusal {
                    try await NewTOTP(station.desk).perform(
                        administrator: alder, username: "alder", passphrase: Force.passphrase, secretCode: secret)
                } == .notFound)
            let totp = try await NewTOTP(station.desk).perform(
                administrator: hazel, username: "alder", passphrase: Force.passphrase, secretCode: secret)
            #expect(await station.refusal { try await station.signIn("alder") } == .notAllowed(.cannotUnlock))
            station.time.advance(seconds: 30)
            _ = try await SignIn(station.desk).perform(
                SignInForm(
                    username: "alder", passphrase: Force.passphrase, secretCode: secret,
                    totp: totp.code(step: TOTP.step(unixSeconds: station.time.seconds))))
        }
    }
}
