import HeedCasework
import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("Signing in")
struct SignInTests {
    @Test(
        "a name, a passphrase, a secret code and a one-time code that are wrong are one refusal",
        arguments: Engine.available)
    func oneRefusal(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let right = Force.enrolled("alder").secretCode.grouped
            let other = Force.enrolled("birch").secretCode.grouped
            func attempt(_ name: String, _ passphrase: String, _ secret: String, _ code: String?) async -> Refusal? {
                await station.refusal {
                    try await SignIn(station.desk).perform(
                        SignInForm(
                            username: name, passphrase: passphrase, secretCode: secret,
                            totp: code ?? station.code("alder")))
                }
            }
            let refusals = [
                await attempt("nobody", Force.passphrase, right, nil),
                await attempt("alder", "wrong", right, nil),
                await attempt("alder", Force.passphrase, other, nil),
                await attempt("", "", "", ""),
                await attempt(String(repeating: "n", count: 9_000) + "\0", Force.passphrase, right, nil),
            ]
            #expect(refusals.allSatisfy { $0 == .notAllowed(.cannotUnlock) })
            let wrongCode = await attempt("alder", Force.passphrase, right, "000000")
            #expect(wrongCode == .notAllowed(.cannotUnlock))
        }
    }

    @Test("a one-time code opens one session, also when two requests race with it", arguments: Engine.available)
    func codeOnce(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let code = station.code("alder")
            let opened = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let form = SignInForm(
                            username: "alder", passphrase: Force.passphrase,
                            secretCode: Force.enrolled("alder").secretCode.grouped, totp: code)
                        return (try? await SignIn(station.desk).perform(form)) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(opened == 1)
        }
    }

    @Test("after three failures a name waits, whether or not it is somebody's", arguments: ["alder", "nobody"])
    func backOff(name: String) async throws {
        try await Station.on(.sqlite) { station in
            func attempt(_ passphrase: String) async -> Bool {
                let form = SignInForm(
                    username: name, passphrase: passphrase,
                    secretCode: Force.enrolled("alder").secretCode.grouped, totp: station.code("alder"))
                return await station.refusal { try await SignIn(station.desk).perform(form) } == nil
            }
            for _ in 0..<9 { #expect(await attempt("wrong") == false) }
            // The ninth failure made it wait more than the 30 seconds that a fresh code takes.
            #expect(await attempt(Force.passphrase) == false)
            station.time.advance(seconds: 400)
            #expect(await attempt(Force.passphrase) == (name == "alder"))
        }
    }

    @Test("a lock keeps what was typed for the same officer, and for nobody else")
    func lockAndUnlock() async throws {
        try await Station.on(.sqlite) { station in
            let session = try await station.signIn("alder")
            let typed = Array("a note of 2,000 characters".utf8)
            try await Lock(station.desk).perform(session: session, typed: typed)
            #expect(
                await station.refusal { try await Queue(station.desk).perform(session: session) }
                    == .notAllowed(.locked))
            let stranger = await station.refusal {
                try await Unlock(station.desk).perform(
                    session: session, passphrase: Force.passphrase,
                    secretCode: Force.enrolled("birch").secretCode.grouped, totp: station.code("birch")
                ).held
            }
            #expect(stranger == .notAllowed(.cannotUnlock))
            let unlocked = try await Unlock(station.desk).perform(
                session: session, passphrase: Force.passphrase,
                secretCode: Force.enrolled("alder").secretCode.grouped, totp: station.code("alder"))
            #expect(unlocked.held == typed)
            #expect(try await Queue(station.desk).perform(session: unlocked.cookie.value).matching == 0)
        }
    }

    @Test("a session locks after ten idle minutes, and pages that refresh themselves do not keep it open")
    func idle() async throws {
        try await Station.on(.sqlite) { station in
            let session = try await station.signIn("alder")
            for _ in 0..<6 {
                station.time.advance(seconds: 110)
                _ = try? await Queue(station.desk).perform(session: session, touch: false)
            }
            #expect(try await station.desk.view(session: session) == .locked(username: "alder", .idle))
        }
    }

    @Test("signing in elsewhere locks the first session; signing out ends it")
    func elsewhere() async throws {
        try await Station.on(.sqlite) { station in
            let first = try await station.signIn("alder")
            let second = try await station.signIn("alder")
            #expect(try await station.desk.view(session: first) == .locked(username: "alder", .elsewhere))
            try await SignOut(station.desk).perform(session: second)
            #expect(try await station.desk.view(session: second) == .none)
        }
    }

    @Test("a deactivated officer's session does nothing more, at once", arguments: Engine.available)
    func deactivated(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            let alder = try await station.signIn("alder")
            let hazel = try await station.signIn("hazel")
            let form = StepForm(session: alder, thread: thread, version: 0)
            try await Deactivate(station.desk).perform(
                session: hazel, username: "alder", reason: "left the force", proof: .signedInNow)
            #expect(await station.refusal { try await OpenReport(station.desk).perform(form) } == .notAllowed(.locked))
            #expect(try await station.count("SELECT count(*) FROM event") == 0)
            #expect(await station.refusal { try await station.signIn("alder") } == .notAllowed(.cannotUnlock))
        }
    }
}
