import HeedLedger
import HeedVault
import Testing

@testable import HeedKeyring

@Suite struct OfficerUnlockTests {
    let unlock = OfficerUnlock(gate: ScryptGate(), logN: Fixture.logN)
    let keys: NewOfficerKeys
    let code: SecretCode

    init() throws { (keys, code) = try Fixture.officer() }

    @Test("passphrase, secret code and one-time code together unlock the keys that the certificate names")
    func unlocks() async throws {
        let credentials = Fixture.credentials("horse battery", code, keys.totp)
        let routine = try await unlock.routine(
            file: keys.files.routine, credentials: credentials, unixSeconds: Fixture.now, lastStep: nil)
        try routine.check(against: Fixture.certificate(keys))
        #expect(routine.totpStep == TOTP.step(unixSeconds: Fixture.now))
        let grave = try await unlock.grave(
            file: keys.files.grave, credentials: credentials, unixSeconds: Fixture.now, lastStep: nil)
        let statement = try Fixture.statement()
        let signature = try grave.sign(statement, certificate: Fixture.certificate(keys))
        #expect(keys.graveKey.accepts(signature.signature, for: statement.text))
    }

    @Test("whatever is wrong, the refusal is the same")
    func oneRefusal() async throws {
        let good = Fixture.credentials("horse battery", code, keys.totp)
        let bad = [
            Fixture.credentials("horse batterz", code, keys.totp),
            Fixture.credentials("horse battery", .issue(), keys.totp),
            Fixture.credentials("horse battery", code, TOTP()),
            Fixture.credentials("horse battery", code, keys.totp, at: Fixture.now - 90),
            Credentials(passphrase: "horse battery", secretCode: "not a code", oneTimeCode: "000000"),
            Credentials(passphrase: String(repeating: "x", count: 2_000), secretCode: code.grouped, oneTimeCode: ""),
        ]
        for credentials in bad {
            await #expect(throws: KeyringError.cannotUnlock) {
                _ = try await unlock.routine(
                    file: keys.files.routine, credentials: credentials, unixSeconds: Fixture.now, lastStep: nil)
            }
            await #expect(throws: KeyringError.cannotUnlock) {
                _ = try await unlock.grave(
                    file: keys.files.grave, credentials: credentials, unixSeconds: Fixture.now, lastStep: nil)
            }
        }
        await #expect(throws: KeyringError.cannotUnlock) {
            _ = try await unlock.routine(file: nil, credentials: good, unixSeconds: Fixture.now, lastStep: nil)
        }
        var altered = keys.files.routine
        altered[altered.count - 1] ^= 1
        await #expect(throws: KeyringError.cannotUnlock) {
            _ = try await unlock.routine(file: altered, credentials: good, unixSeconds: Fixture.now, lastStep: nil)
        }
    }

    @Test("a one-time code is used once, for either file")
    func usedOnce() async throws {
        let credentials = Fixture.credentials("horse battery", code, keys.totp)
        let step = try await unlock.routine(
            file: keys.files.routine, credentials: credentials, unixSeconds: Fixture.now, lastStep: nil
        ).totpStep
        await #expect(throws: KeyringError.cannotUnlock) {
            _ = try await unlock.grave(
                file: keys.files.grave, credentials: credentials, unixSeconds: Fixture.now, lastStep: step)
        }
        let next = Fixture.credentials("horse battery", code, keys.totp, at: Fixture.now + 30)
        _ = try await unlock.grave(
            file: keys.files.grave, credentials: next, unixSeconds: Fixture.now + 30, lastStep: step)
    }

    @Test("the session file holds no grave key, and neither file stands in for the other")
    func twoFiles() async throws {
        let credentials = Fixture.credentials("horse battery", code, keys.totp)
        await #expect(throws: KeyringError.malformed) {
            _ = try await unlock.grave(
                file: keys.files.routine, credentials: credentials, unixSeconds: Fixture.now, lastStep: nil)
        }
        await #expect(throws: KeyringError.malformed) {
            _ = try await unlock.routine(
                file: keys.files.grave, credentials: credentials, unixSeconds: Fixture.now, lastStep: nil)
        }
        #expect(keys.routineKey != keys.graveKey)
    }

    @Test("an unknown user or a mistyped code costs one full derivation, as a wrong passphrase does")
    func decoyCost() async throws {
        let gate = ScryptGate()
        let unlock = OfficerUnlock(gate: gate, logN: Fixture.logN)
        let attempts: [([UInt8]?, Credentials)] = [
            (keys.files.routine, Fixture.credentials("wrong", code, keys.totp)),
            (nil, Fixture.credentials("horse battery", code, keys.totp)),
            (keys.files.routine, Credentials(passphrase: "horse battery", secretCode: "?", oneTimeCode: "0")),
            (nil, Credentials(passphrase: "", secretCode: "", oneTimeCode: "")),
        ]
        for (number, attempt) in attempts.enumerated() {
            await #expect(throws: KeyringError.cannotUnlock) {
                _ = try await unlock.routine(
                    file: attempt.0, credentials: attempt.1, unixSeconds: Fixture.now, lastStep: nil)
            }
            #expect(await gate.runs == number + 1)
        }
        // The decoy asks for exactly this installation's work: less is refused unread, as much is derived and fails.
        let passphrase = Passphrase("x", secretCode: code)
        #expect(throws: VaultError.malformed) {
            try PassphraseFile.open(unlock.decoy, passphrase: passphrase, maximumLogN: Fixture.logN - 1)
        }
        #expect(throws: VaultError.cannotOpen) {
            try PassphraseFile.open(unlock.decoy, passphrase: passphrase, maximumLogN: Fixture.logN)
        }
    }

    @Test("a changed passphrase or secret code opens the same keys, and the old ones open nothing")
    func change() async throws {
        let newCode = SecretCode.issue()
        let changed = try keys.files.changed(
            from: Passphrase("horse battery", secretCode: code), to: Passphrase("staple", secretCode: newCode),
            logN: Fixture.logN)
        let routine = try await unlock.routine(
            file: changed.routine, credentials: Fixture.credentials("staple", newCode, keys.totp),
            unixSeconds: Fixture.now, lastStep: nil)
        try routine.check(against: Fixture.certificate(keys))
        await #expect(throws: KeyringError.cannotUnlock) {
            _ = try await unlock.routine(
                file: changed.routine, credentials: Fixture.credentials("horse battery", code, keys.totp),
                unixSeconds: Fixture.now, lastStep: nil)
        }
        #expect(throws: KeyringError.cannotUnlock) {
            try keys.files.changed(
                from: Passphrase("wrong", secretCode: code), to: Passphrase("x", secretCode: code), logN: Fixture.logN)
        }
    }

    @Test("a new one-time-code secret replaces the old in both files")
    func newTOTP() async throws {
        let (files, totp) = try keys.files.withNewTOTP(
            Passphrase("horse battery", secretCode: code), logN: Fixture.logN)
        let fresh = Fixture.credentials("horse battery", code, totp)
        _ = try await unlock.routine(
            file: files.routine, credentials: fresh, unixSeconds: Fixture.now, lastStep: nil)
        _ = try await unlock.grave(file: files.grave, credentials: fresh, unixSeconds: Fixture.now, lastStep: nil)
        await #expect(throws: KeyringError.cannotUnlock) {
            _ = try await unlock.routine(
                file: files.routine, credentials: Fixture.credentials("horse battery", code, keys.totp),
                unixSeconds: Fixture.now, lastStep: nil)
        }
    }

    @Test("a file that asks for more work than this installation's is refused")
    func moreWork() async throws {
        let greedy = try OfficerFiles.create(passphrase: "a", secretCode: code, logN: Fixture.logN + 1)
        await #expect(throws: KeyringError.cannotUnlock) {
            _ = try await unlock.routine(
                file: greedy.files.routine, credentials: Fixture.credentials("a", code, greedy.totp),
                unixSeconds: Fixture.now, lastStep: nil)
        }
    }

    @Test("keys that are not the certificate's are refused, and secrets never print")
    func otherKeys() async throws {
        let (other, _) = try Fixture.officer()
        let credentials = Fixture.credentials("horse battery", code, keys.totp)
        let routine = try await unlock.routine(
            file: keys.files.routine, credentials: credentials, unixSeconds: Fixture.now, lastStep: nil)
        let certificate = try Fixture.certificate(other)
        #expect(throws: KeyringError.wrongKey) { try routine.check(against: certificate) }
        let grave = try await unlock.grave(
            file: keys.files.grave, credentials: credentials, unixSeconds: Fixture.now, lastStep: nil)
        let statement = try Fixture.statement()
        do throws(KeyringError) {
            _ = try grave.sign(statement, certificate: certificate)
            Issue.record("a grave key signed under another officer's certificate")
        } catch {
            #expect(error == .ledger(.wrongSignatureKind))
        }
        #expect(!"\(credentials) \(String(reflecting: credentials))".contains("horse"))
    }
}
