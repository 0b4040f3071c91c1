import HeedCore
import HeedIntake
import HeedLedger
import HeedTestKit
import HeedVault
import Testing

@Suite("Which keys are taken into use")
struct KeysTests {
    let force = Force()

    private func error(_ body: () throws -> Void) -> IntakeKeys.LoadError? {
        do {
            try body()
            return nil
        } catch {
            return error as? IntakeKeys.LoadError
        }
    }

    private func load(
        _ note: [UInt8], roots: [NoteVerifier]? = nil, pin: ManifestPinFile = .temporary(), seed: SigningSeed? = nil,
        origin: String = Force.origin, batch: Int = 0
    ) throws {
        _ = try IntakeKeys.load(
            manifest: note, origin: origin, roots: roots ?? force.rootSigners().map(\.verifier), pin: pin,
            receiptSeed: seed ?? force.receiptSeed, batch: batch)
    }

    @Test("a manifest that two pinned roots signed is")
    func good() throws {
        try load(force.note(force.manifest()))
    }

    @Test("one root is too few; roots that are not pinned do not count")
    func roots() throws {
        let manifest = try force.manifest()
        #expect(error { try load(force.note(manifest, signedBy: 1)) } == .manifest(.tooFewSignatures))
        let others = try Force().rootSigners().map(\.verifier)
        #expect(error { try load(force.note(manifest), roots: others) } == .manifest(.tooFewSignatures))
    }

    @Test("a manifest lower than one already seen is refused, and so is another of the same version")
    func rollback() throws {
        let pin = ManifestPinFile.temporary()
        let first = try force.manifest()
        let second = try force.manifest(version: 2, previous: first.hash)
        try load(force.note(first), pin: pin)
        try load(force.note(second), pin: pin)
        #expect(error { try load(force.note(first), pin: pin) } == .manifest(.manifestRolledBack))
        let fork = try force.manifest(
            version: 2, previous: first.hash, activity: HybridIdentity().recipient)
        #expect(error { try load(force.note(fork), pin: pin) } == .manifest(.manifestForked))
        try load(force.note(second), pin: pin)
    }

    @Test("another origin's manifest is refused")
    func origin() throws {
        let note = try force.note(force.manifest())
        #expect(error { try load(note, origin: "other.example.test/ledger") } == .manifest(.otherOrigin))
    }

    @Test("a compartment key that cannot be sealed to is found at start, not by a reporter")
    func unusable() throws {
        // Coefficients of an ML-KEM key are below 3,329; all bits set are none.
        let broken = try HybridRecipient([UInt8](repeating: 0xFF, count: HybridRecipient.size))
        let manifest = try force.manifest(activity: broken)
        #expect(error { try load(force.note(manifest)) } == .unusableKey("activity"))
    }

    @Test("a receipt key that the manifest does not name, or no longer, is refused")
    func receiptKey() throws {
        let note = try force.note(force.manifest())
        #expect(error { try load(note, seed: SigningSeed()) } == .receiptKey)
        #expect(error { try load(note, batch: 100_001) } == .receiptKey)
    }
}
