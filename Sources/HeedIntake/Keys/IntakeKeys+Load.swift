package import HeedCore
package import HeedLedger
package import HeedVault

extension IntakeKeys {
    /// Why keys were not taken into use. The program says what to do about each.
    package enum LoadError: Error, Equatable, Sendable {
        /// The manifest: too few root signatures, another origin, a version lower than one already seen, or malformed.
        case manifest(LedgerError)
        /// The manifest names no current key for this compartment.
        case noKey(Compartment)
        /// The key of this compartment, or of recovery, cannot be sealed to.
        case unusableKey(String)
        /// The receipt key is not among the manifest's, or not yet or no longer valid.
        case receiptKey
    }

    /// Checks the manifest against the pinned roots and the highest version seen, raises the pin, and proves each key.
    /// - Parameters:
    ///   - note: the signed manifest as published.
    ///   - roots: the root keys pinned in this process's configuration.
    ///   - receiptSeed: the private receipt key.
    ///   - batch: the current batch, for the validity of the receipt key.
    package static func load(
        manifest note: [UInt8], origin: String, roots: [NoteVerifier], pin: ManifestPinFile, receiptSeed: SigningSeed,
        batch: Int
    ) throws(LoadError) -> (keys: IntakeKeys, manifest: Manifest) {
        let manifest: Manifest
        do {
            manifest = try Manifest.verified(note, origin: origin, roots: roots)
            try pin.accept(manifest)
        } catch { throw .manifest(error) }
        var compartments: [Compartment: EpochRecipient] = [:]
        for compartment in Set(ReportKind.allCases.map(\.compartment) + [.source]) {
            guard let key = manifest.current(compartment.rawValue) else {
                // A force may leave out a service: its form is closed, and nothing else is.
                if Self.needed.contains(compartment) { throw .noKey(compartment) }
                continue
            }
            try prove(key.recipient, named: compartment.rawValue)
            compartments[compartment] = EpochRecipient(epoch: key.epoch, recipient: key.recipient)
        }
        // Installations from before it have none: then the page of feedback is closed, and nothing else.
        if let key = manifest.current(Compartment.feedback.rawValue) {
            try prove(key.recipient, named: key.compartment)
            compartments[.feedback] = EpochRecipient(epoch: key.epoch, recipient: key.recipient)
        }
        try prove(manifest.recovery.recipient, named: "recovery")
        guard let decoy = try? DecoyReply() else { throw .unusableKey("decoy") }
        let keys = IntakeKeys(
            instance: Instance(origin: origin), manifestHash: manifest.hash,
            receiptSigner: try signer(receiptSeed, in: manifest, at: batch), compartments: compartments,
            recovery: manifest.recovery.recipient, certificates: CertificateBook(manifest), decoy: decoy)
        return (keys, manifest)
    }

    /// Without these no report of any kind can be taken.
    private static let needed: Set<Compartment> = [.activity, .source]

    private static func prove(_ recipient: HybridRecipient, named name: String) throws(LoadError) {
        do { try recipient.check() } catch { throw .unusableKey(name) }
    }

    // Signs a probe and verifies it, so that signing a receipt after its commit has been done before.
    private static func signer(
        _ seed: SigningSeed, in manifest: Manifest, at batch: Int
    ) throws(LoadError) -> NoteSigner {
        guard let signer = try? NoteSigner(name: Receipt.keyName(origin: manifest.origin), seed: seed),
            manifest.receiptKeys.contains(where: { $0.verifier == signer.verifier && $0.valid.contains(batch) }),
            let probe = try? SignedNote(signing: Array("probe\n".utf8), with: [signer]),
            (try? probe.verify(with: [signer.verifier])) != nil
        else { throw .receiptKey }
        return signer
    }
}
