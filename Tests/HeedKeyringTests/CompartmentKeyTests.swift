import HeedLedger
import HeedVault
import Testing

@testable import HeedKeyring

@Suite struct CompartmentKeyTests {
    let officer = HybridIdentity()
    let key: CompartmentKey

    init() throws { key = try .generate(compartment: "activity", epoch: 3) }

    func certificate(_ compartments: [String] = ["activity"]) throws -> OfficerCertificate {
        try OfficerCertificate(
            origin: Fixture.origin, username: "asta", person: "1", name: nil,
            roles: [OfficerRole(number: 1, title: "Officer")], compartments: compartments,
            recipient: officer.recipient, routineKey: SigningSeed().verifyKey, graveKey: SigningSeed().verifyKey,
            valid: BatchRange(first: 0, last: 1))
    }

    @Test("an officer and the recovery key each open their own file, and get the whole key")
    func opens() throws {
        let recovery = RecoveryKey.generate(epoch: 1)
        for (file, identity) in try [
            (key.file(for: certificate()), officer), (key.file(for: recovery.publicEpoch), recovery.identity),
        ] {
            let opened = try CompartmentKey.open(file, with: identity, expecting: key.publicEpoch)
            #expect(opened.identity.secretSeed == key.identity.secretSeed)
            #expect(opened.extractKey == key.extractKey)
            #expect(throws: KeyringError.vault(.cannotOpen)) {
                try CompartmentKey.open(file, with: HybridIdentity(), expecting: key.publicEpoch)
            }
        }
    }

    @Test("no file is made for an officer whose certificate does not cover the compartment")
    func uncovered() throws {
        #expect(throws: KeyringError.notCertified) { try key.file(for: certificate(["prevent"])) }
        #expect(throws: KeyringError.notCertified) { try key.file(for: certificate([])) }
    }

    @Test("a file that someone else made, or one of another compartment or epoch, is refused")
    func planted() throws {
        let planted = try CompartmentKey.generate(compartment: "activity", epoch: 3)
        let file = try planted.file(for: certificate())
        #expect(throws: KeyringError.wrongKey) {
            try CompartmentKey.open(file, with: officer, expecting: key.publicEpoch)
        }
        for (name, epoch) in [("online", 3), ("activity", 4)] {
            let other = CompartmentKey(
                compartment: name, epoch: epoch, identity: key.identity, extractKey: key.extractKey)
            let moved = try other.file(for: certificate(["activity", "online"]))
            #expect(throws: KeyringError.wrongKey) {
                try CompartmentKey.open(moved, with: officer, expecting: key.publicEpoch)
            }
        }
        let bare = try AgeSealer.seal([1, 2, 3], to: [officer.recipient])
        #expect(throws: KeyringError.malformed) {
            try CompartmentKey.open(bare, with: officer, expecting: key.publicEpoch)
        }
    }

    @Test("a key file cut short or lengthened inside is malformed")
    func cut() throws {
        let content = Array("heed-compartment/v1\n".utf8) + key.encoded
        for bad in [Array(content.dropLast()), content + [0], Array(content.prefix(25))] {
            let file = try AgeSealer.seal(bad, to: [officer.recipient])
            #expect(throws: KeyringError.malformed) {
                try CompartmentKey.open(file, with: officer, expecting: key.publicEpoch)
            }
        }
    }
}
