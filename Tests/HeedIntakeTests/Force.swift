import FoundationEssentials
import HeedCore
import HeedIntake
import HeedLedger
import HeedVault

/// A made-up police force with real keys: what a ceremony would have made, at test cost.
struct Force: Sendable {
    static let origin = "tips.example.test/ledger"
    static let t0 = 1_799_971_200

    let roots = [SigningSeed(), SigningSeed()]
    let registrars = [SigningSeed(), SigningSeed()]
    let activity = HybridIdentity()
    let source = HybridIdentity()
    let audit = HybridIdentity()
    let feedback = HybridIdentity()
    let recovery = HybridIdentity()
    let receiptSeed = SigningSeed()
    let officer = Member(username: "b.fern", person: "4711")
    let calendar = try! BatchCalendar(t0: t0)

    /// An officer's own keys.
    struct Member: Sendable {
        let username: String
        let person: String
        let identity = HybridIdentity()
        let routine = SigningSeed()
        let grave = SigningSeed()
    }

    func manifest(
        version: Int = 1, previous: [UInt8]? = nil, activity: HybridRecipient? = nil, revoked: [Revocation] = [],
        hasFeedback: Bool = true
    ) throws -> Manifest {
        try Manifest(
            origin: Self.origin, version: version, previous: previous, expires: UTCDate("2030-01-01")!,
            compartments: [
                CompartmentEpoch(
                    compartment: "activity", epoch: 1, recipient: activity ?? self.activity.recipient),
                CompartmentEpoch(compartment: "source", epoch: 1, recipient: source.recipient),
                CompartmentEpoch(compartment: "audit", epoch: 1, recipient: audit.recipient),
            ]
                + (hasFeedback
                    ? [CompartmentEpoch(compartment: "feedback", epoch: 1, recipient: feedback.recipient)] : []),
            recovery: RecoveryEpoch(epoch: 1, recipient: recovery.recipient),
            receiptKeys: [
                ReceiptKey(
                    verifier: NoteSigner(name: Receipt.keyName(origin: Self.origin), seed: receiptSeed).verifier,
                    valid: BatchRange(first: 0, last: 100_000))
            ],
            logKey: nil,
            registrars: registrars.enumerated().map { index, seed in
                try Registrar(origin: Self.origin, person: "90\(index)", key: seed.verifyKey)
            },
            promises: .shipped, revoked: revoked)
    }

    func rootSigners() throws -> [NoteSigner] {
        try roots.enumerated().map { index, seed in
            try NoteSigner(name: Manifest.rootKeyName(origin: Self.origin, label: "r\(index)"), seed: seed)
        }
    }

    func note(_ manifest: Manifest, signedBy count: Int = 2) throws -> [UInt8] {
        try SignedNote(signing: manifest.text, with: Array(rootSigners().prefix(count))).encoded
    }

    func load(_ manifest: Manifest, pin: ManifestPinFile = .temporary()) throws -> IntakeKeys {
        try IntakeKeys.load(
            manifest: note(manifest), origin: Self.origin, roots: rootSigners().map(\.verifier), pin: pin,
            receiptSeed: receiptSeed, batch: 0
        ).keys
    }

    func certificate(
        of member: Member, compartments: [String] = ["activity"], routine: SigningSeed? = nil,
        signedBy count: Int = 2
    ) throws -> (hash: [UInt8], note: String) {
        let certificate = try OfficerCertificate(
            origin: Self.origin, username: member.username, person: member.person, name: nil,
            roles: [OfficerRole(number: 12, title: "Intelligence officer")], compartments: compartments,
            recipient: member.identity.recipient, routineKey: (routine ?? member.routine).verifyKey,
            graveKey: member.grave.verifyKey, valid: BatchRange(first: 0, last: 100_000))
        let signers = try registrars.enumerated().map { index, seed in
            try NoteSigner(name: Registrar.keyName(origin: Self.origin, person: "90\(index)"), seed: seed)
        }
        let note = try SignedNote(signing: certificate.text, with: Array(signers.prefix(count)))
        return (certificate.hash, String(decoding: note.encoded, as: UTF8.self))
    }
}

extension ManifestPinFile {
    static func temporary() -> ManifestPinFile {
        ManifestPinFile(
            path: FileManager.default.temporaryDirectory.appending(path: "pin-\(RecordID.random().hex)").path)
    }
}
