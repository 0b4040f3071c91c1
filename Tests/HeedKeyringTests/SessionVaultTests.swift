import HeedLedger
import HeedVault
import Testing

@testable import HeedKeyring

@Suite struct SessionVaultTests {
    let clock = TestClock()
    let vault: SessionVault
    let asta = SessionOwner(username: "asta", certificate: [UInt8](repeating: 1, count: 32))
    let bo = SessionOwner(username: "bo", certificate: [UInt8](repeating: 2, count: 32))
    let compartment: CompartmentKey

    init() throws {
        vault = SessionVault(now: clock.read)
        compartment = try .generate(compartment: "activity", epoch: 1)
    }

    func keys() -> SessionKeys {
        SessionKeys(
            RoutineKeys(identity: HybridIdentity(), signer: SigningSeed(), totpStep: 1), compartments: [compartment])
    }

    func opens(_ cookie: SessionCookie, touch: Bool = true) async throws {
        try await vault.withKeys(cookie, touch: touch) { keys, _ in
            let held = keys.holds("activity")
            #expect(held)
        }
    }

    func refused(_ cookie: SessionCookie, _ error: KeyringError, touch: Bool = true) async {
        await #expect(throws: error) { try await opens(cookie, touch: touch) }
    }

    @Test("the cookie lends the officer's own keys to a request, and to no request without it")
    func lends() async throws {
        let cookie = try vault.open(asta, keys: keys())
        let read = try #require(SessionCookie(value: cookie.value))
        #expect(cookie.value.utf8.count == 64)
        let seed = try await vault.withKeys(read, touch: true) { keys, owner in
            #expect(owner == asta)
            return keys.key("activity", epoch: 1)?.identity.secretSeed
        }
        #expect(seed == compartment.identity.secretSeed)
        let absent = try await vault.withKeys(read, touch: true) { keys, _ in
            keys.key("activity", epoch: 2) == nil && !keys.holds("prevent")
        }
        #expect(absent)
    }

    @Test("the sealed box of a session is useless without the wrap key in its cookie")
    func boxAlone() async throws {
        let cookie = try vault.open(asta, keys: keys())
        let bytes = cookie.ticket.cookieBytes
        for index in bytes.indices {
            var altered = bytes
            altered[index] ^= 1
            let forged = try #require(SessionCookie(value: Base64.url.encode(altered)))
            await refused(forged, .noSession)
        }
        for value in ["", "x", String(cookie.value.dropLast()), cookie.value + "A", cookie.value + "="] {
            #expect(SessionCookie(value: value) == nil)
        }
        #expect(!"\(cookie) \(String(reflecting: cookie))".contains(cookie.value.prefix(8)))
    }

    private final class Kept: Sendable {}

    @Test("what a session keeps beside its keys is there for its next request, and gone with the keys, however they go")
    func kept() async throws {
        let ways: [(String, (SessionCookie) throws -> Void)] = [
            ("locked", { vault.lock($0) }), ("ended", { vault.end($0) }),
            ("locked by command", { _ in vault.lockAll(username: "asta") }),
            ("opened elsewhere", { _ in _ = try vault.open(asta, keys: keys()) }),
            (
                "idle",
                { _ in
                    clock.advance(600)
                    vault.sweep()
                }
            ),
            (
                "unlocked again",
                { cookie in
                    vault.lock(cookie)
                    _ = try vault.resume(cookie, as: asta, keys: keys())
                }
            ),
        ]
        for (name, way) in ways {
            let cookie = try vault.open(asta, keys: keys())
            weak var first: Kept?
            do {
                let made = try vault.kept(cookie) { Kept() }
                first = made
            }
            #expect(try first != nil && vault.kept(cookie) { Kept() } === first, "\(name)")
            try way(cookie)
            #expect(first == nil, "\(name)")
            #expect(throws: KeyringError.self, "\(name)") { try vault.kept(cookie) { Kept() } }
        }
    }

    @Test("ten idle minutes lock a session; only what is done on purpose keeps it open")
    func idle() async throws {
        let cookie = try vault.open(asta, keys: keys())
        clock.advance(599)
        try await opens(cookie, touch: true)
        clock.advance(599)
        try await opens(cookie, touch: false)
        #expect(vault.status(cookie) == .open(asta, secondsLeft: 1))
        clock.advance(1)
        await refused(cookie, .locked(.idle))
        #expect(vault.status(cookie) == .locked(asta, .idle))
    }

    @Test("eight hours lock a session however busy it is")
    func absolute() async throws {
        let cookie = try vault.open(asta, keys: keys())
        for _ in 0..<95 {
            clock.advance(300)
            try await opens(cookie)
        }
        clock.advance(300)
        await refused(cookie, .locked(.absolute))
    }

    @Test("a locked session gives nothing, for the button, a command, or signing in elsewhere")
    func locks() async throws {
        let first = try vault.open(asta, keys: keys())
        let other = try vault.open(bo, keys: keys())
        let second = try vault.open(asta, keys: keys())
        await refused(first, .locked(.elsewhere))
        try await opens(second)
        vault.lock(second)
        await refused(second, .locked(.byOfficer))
        try await opens(other)
        vault.lockAll(username: "bo")
        await refused(other, .locked(.byCommand))
        vault.end(other)
        await refused(other, .noSession)
    }

    @Test("text typed into a locked session comes back to the same officer, whole, once")
    func held() async throws {
        let cookie = try vault.open(asta, keys: keys())
        clock.advance(660)
        await refused(cookie, .locked(.idle))
        let text = Array(String(repeating: "سر note ", count: 250).utf8)
        try vault.hold(text, for: cookie)
        let (fresh, back) = try vault.resume(cookie, as: asta, keys: keys())
        #expect(back == text)
        try await opens(fresh)
        await refused(cookie, .noSession)
        #expect(throws: KeyringError.noSession) { _ = try vault.resume(cookie, as: asta, keys: keys()) }
    }

    @Test("another officer gets neither the text nor the session, and the owner still can")
    func heldForOwner() throws {
        let cookie = try vault.open(asta, keys: keys())
        vault.lock(cookie)
        try vault.hold([1, 2, 3], for: cookie)
        #expect(throws: KeyringError.otherOfficer) { _ = try vault.resume(cookie, as: bo, keys: keys()) }
        #expect(try vault.resume(cookie, as: asta, keys: keys()).held == [1, 2, 3])
    }

    @Test("held text is bounded, and forgotten with the session that held it")
    func bounds() async throws {
        let cookie = try vault.open(asta, keys: keys())
        #expect(throws: KeyringError.tooLarge) {
            try vault.hold([UInt8](repeating: 0, count: SessionVault.maximumHeld + 1), for: cookie)
        }
        vault.lock(cookie)
        clock.advance(28_800)
        #expect(vault.status(cookie) == .none)
        #expect(throws: KeyringError.noSession) { try vault.hold([1], for: cookie) }
    }

    @Test("an error inside a request comes out as it is, and the session stays open")
    func bodyErrors() async throws {
        struct Sample: Error {}
        let cookie = try vault.open(asta, keys: keys())
        await #expect(throws: Sample.self) {
            try await vault.withKeys(cookie, touch: true) { _, _ in throw Sample() }
        }
        try await opens(cookie)
    }

    @Test("a session signs everyday steps with its certificate's key only, and never raw bytes that look like a step")
    func signs() async throws {
        let signer = SigningSeed()
        let identity = HybridIdentity()
        let certificate = try OfficerCertificate(
            origin: Fixture.origin, username: "asta", person: "1", name: nil,
            roles: [OfficerRole(number: 1, title: "Officer")], compartments: [], recipient: identity.recipient,
            routineKey: signer.verifyKey, graveKey: SigningSeed().verifyKey, valid: BatchRange(first: 0, last: 1_000))
        let keys = SessionKeys(
            RoutineKeys(identity: identity, signer: signer, totpStep: 1), compartments: [])
        let cookie = try vault.open(asta, keys: keys)
        let statement = try Fixture.statement()
        try await vault.withKeys(cookie, touch: true) { keys, _ in
            let signature = try keys.sign(statement, certificate: certificate)
            #expect(certificate.routineKey.accepts(signature.signature, for: statement.text))
            let reply = try keys.sign(bytes: Array("heed-reply/v1".utf8))
            #expect(certificate.routineKey.accepts(reply, for: Array("heed-reply/v1".utf8)))
            do throws(KeyringError) {
                _ = try keys.sign(bytes: statement.text)
                Issue.record("raw bytes of a statement were signed")
            } catch {
                #expect(error == .wrongKey)
            }
        }
    }
}
