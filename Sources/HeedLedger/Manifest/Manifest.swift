import HeedVault

/// The public keys of an installation, its promises and its revoked certificates: signed note `<origin>/manifest`,
/// `heed-manifest/v1`, by at least two root keys pinned in every process.
/// Published; versions only rise. A manifest from `verified` may be trusted, one from `parsing` may not.
package struct Manifest: Hashable, Sendable {
    package static let rootsNeeded = 2

    package let origin: String
    /// 1 or more.
    package let version: Int
    /// Hash of the version before; nil for the first.
    package let previous: [UInt8]?
    /// Expiry raises an alarm and closes nothing.
    package let expires: UTCDate
    /// Every epoch still in service, sorted by compartment, then epoch.
    package let compartments: [CompartmentEpoch]
    package let recovery: RecoveryEpoch
    /// Sorted by first batch, then by key.
    package let receiptKeys: [ReceiptKey]
    /// Nil until the ledger process has its key.
    package let logKey: NoteVerifier?
    /// Two or more, of as many persons, sorted by person.
    package let registrars: [Registrar]
    package let promises: Promises
    /// Sorted by certificate hash.
    package let revoked: [Revocation]

    /// - Throws: `LedgerError.badToken`, `.outOfRange`, `.wrongLength`, `.samePerson` for fewer than two registrar
    ///   persons or keys, `.malformed(.manifest)` for anything repeated or missing.
    package init(
        origin: String, version: Int, previous: [UInt8]?, expires: UTCDate, compartments: [CompartmentEpoch],
        recovery: RecoveryEpoch, receiptKeys: [ReceiptKey], logKey: NoteVerifier?, registrars: [Registrar],
        promises: Promises, revoked: [Revocation] = []
    ) throws(LedgerError) {
        guard Token.isOrigin(origin) else { throw .badToken }
        guard (1...1_000_000_000).contains(version), (version == 1) == (previous == nil) else { throw .outOfRange }
        guard previous.map({ $0.count == 32 }) ?? true else { throw .wrongLength }
        guard registrars.count >= 2, Set(registrars.map(\.person)).count == registrars.count,
            Set(registrars.map(\.verifier.key)).count == registrars.count
        else { throw .samePerson }
        guard registrars.allSatisfy({ $0.verifier.name == Registrar.keyName(origin: origin, person: $0.person) }),
            receiptKeys.allSatisfy({ $0.verifier.name == Receipt.keyName(origin: origin) }),
            logKey.map({ $0.name == origin }) ?? true
        else { throw .badToken }
        let epochs = Set(compartments.map { "\($0.compartment) \($0.epoch)" })
        guard !compartments.isEmpty, epochs.count == compartments.count, !receiptKeys.isEmpty,
            Set(receiptKeys.map(\.verifier.key)).count == receiptKeys.count,
            Set(revoked.map(\.certificate)).count == revoked.count
        else { throw .malformed(.manifest) }
        self.origin = origin
        self.version = version
        self.previous = previous
        self.expires = expires
        self.compartments = compartments.sorted { ($0.compartment, $0.epoch) < ($1.compartment, $1.epoch) }
        self.recovery = recovery
        self.receiptKeys = receiptKeys.sorted {
            ($0.valid.first, $0.verifier.vkey) < ($1.valid.first, $1.verifier.vkey)
        }
        self.logKey = logKey
        self.registrars = registrars.sorted { $0.person < $1.person }
        self.promises = promises
        self.revoked = revoked.sorted { $0.certificate.lexicographicallyPrecedes($1.certificate) }
    }

    /// SHA-256 of the signed text, 32 bytes: what receipts and the ledger carry.
    package var hash: [UInt8] { Digest.sha256(text) }

    /// The epoch that new objects of a compartment are sealed to: its highest. Nil closes the form it belongs to.
    package func current(_ compartment: String) -> CompartmentEpoch? {
        compartments.last { $0.compartment == compartment }
    }

    /// The key for an object already stored.
    package func epoch(_ epoch: Int, of compartment: String) -> CompartmentEpoch? {
        compartments.first { $0.compartment == compartment && $0.epoch == epoch }
    }

    package func isRevoked(_ certificate: [UInt8], at batch: Int) -> Bool {
        revoked.contains { $0.certificate == certificate && $0.from <= batch }
    }

    /// Days until the day of expiry; negative once it has passed. Alarm from 30.
    package func daysLeft(at unixSeconds: Int) -> Int {
        expires.daysSinceEpoch - UTCDate(unixSeconds: unixSeconds).daysSinceEpoch
    }

    /// Opens a manifest and checks that enough of the pinned roots signed it. Expiry is not checked: see `daysLeft`.
    /// Pass the result through `ManifestPinFile.accept` before using it.
    /// - Throws: `LedgerError.tooFewSignatures`, `.badSignature`, `.otherOrigin`, or what the formats throw.
    package static func verified(
        _ note: [UInt8], origin: String, roots: [NoteVerifier]
    ) throws(LedgerError) -> Manifest {
        let note = try SignedNote(parsing: note)
        let manifest = try Manifest(parsing: note.text)
        guard manifest.origin == origin else { throw .otherOrigin }
        try note.verify(with: roots, atLeast: rootsNeeded)
        return manifest
    }

    /// The name under which a root key signs.
    package static func rootKeyName(origin: String, label: String) -> String { "\(origin)/manifest/\(label)" }
}
