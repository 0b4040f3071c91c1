import HeedVault
import Testing

@testable import HeedLedger

/// A small force with fixed keys: two roots, three registrars, and officers made on demand.
struct Force {
    let origin = Vector.origin
    let identity: HybridIdentity
    let recipient: HybridRecipient

    init() throws {
        identity = try HybridIdentity(seed: [UInt8](repeating: 0x42, count: 32))
        recipient = try identity.recipient
    }

    func seed(_ byte: UInt8) throws -> SigningSeed { try SigningSeed([UInt8](repeating: byte, count: 32)) }

    func root(_ number: UInt8) throws -> NoteSigner {
        try NoteSigner(name: Manifest.rootKeyName(origin: origin, label: "r\(number)"), seed: seed(number))
    }

    func roots() throws -> [NoteVerifier] { try [root(1), root(2), root(3)].map(\.verifier) }

    func registrar(_ person: String, _ byte: UInt8) throws -> NoteSigner {
        try NoteSigner(name: Registrar.keyName(origin: origin, person: person), seed: seed(byte))
    }

    func manifest(
        version: Int = 1, previous: [UInt8]? = nil, revoked: [Revocation] = [], registrars: [Registrar]? = nil
    ) throws -> Manifest {
        let three = try [("9001", 11), ("9002", 12), ("9003", 13)].map {
            try Registrar(origin: origin, person: $0.0, key: seed(UInt8($0.1)).verifyKey)
        }
        return try Manifest(
            origin: origin, version: version, previous: previous, expires: #require(UTCDate("2027-11-22")),
            compartments: ["source", "activity"].map {
                try CompartmentEpoch(compartment: $0, epoch: 1, recipient: recipient)
            },
            recovery: RecoveryEpoch(epoch: 1, recipient: recipient),
            receiptKeys: [
                ReceiptKey(
                    verifier: NoteVerifier(name: Receipt.keyName(origin: origin), key: seed(5).verifyKey),
                    valid: BatchRange(first: 0, last: 400))
            ],
            logKey: nil, registrars: registrars ?? three, promises: .shipped, revoked: revoked)
    }

    /// An officer whose routine seed is `byte` and whose grave seed is `byte + 1`.
    func certificate(
        _ username: String, person: String, _ byte: UInt8, valid: (Int, Int) = (0, 1_000)
    ) throws -> OfficerCertificate {
        try OfficerCertificate(
            origin: origin, username: username, person: person, name: "Ásta Example",
            roles: [OfficerRole(number: 12, title: "Intelligence desk sergeant")],
            compartments: ["source", "activity"], recipient: recipient, routineKey: seed(byte).verifyKey,
            graveKey: seed(byte + 1).verifyKey, valid: BatchRange(first: valid.0, last: valid.1))
    }

    func note(_ certificate: OfficerCertificate) throws -> [UInt8] {
        try SignedNote(signing: certificate.text, with: [registrar("9001", 11), registrar("9002", 12)]).encoded
    }
}
