package import HeedLedger
package import HeedVault

/// The keys of an unlocked officer, for as long as one request is served.
/// Cannot be copied; lent to the closure of `SessionVault.withKeys` and wiped when that returns.
package struct SessionKeys: ~Copyable, Sendable {
    package let identity: HybridIdentity
    private let signer: SigningSeed
    /// Every compartment and epoch whose key file this officer could open.
    package let compartments: [CompartmentKey]

    /// Takes over what was unlocked at sign-in.
    package init(_ unlocked: consuming RoutineKeys, compartments: [CompartmentKey]) {
        identity = unlocked.identity
        signer = unlocked.signer
        self.compartments = compartments
    }

    /// The key for one compartment and epoch; nil if this officer does not hold it.
    package borrowing func key(_ compartment: String, epoch: Int) -> CompartmentKey? {
        compartments.first { $0.compartment == compartment && $0.epoch == epoch }
    }

    /// Whether this officer holds any epoch of a compartment.
    package borrowing func holds(_ compartment: String) -> Bool {
        compartments.contains { $0.compartment == compartment }
    }

    /// Signs an everyday step.
    /// - Throws: `KeyringError.ledger(.wrongSignatureKind)` if the certificate names another routine key.
    package borrowing func sign(
        _ statement: StepStatement, certificate: OfficerCertificate
    ) throws(KeyringError) -> StepSignature {
        let signer = signer
        return try ledgered { () throws(LedgerError) in
            try StepSignature(of: statement, kind: .routine, certificate: certificate, seed: signer)
        }
    }

    /// Signs other bytes with the routine key: a reply (`heed-reply/v1`).
    /// - Throws: `KeyringError.wrongKey` for bytes that begin like a step statement, which only `sign` may sign.
    package borrowing func sign(bytes: [UInt8]) throws(KeyringError) -> [UInt8] {
        guard !bytes.starts(with: Array("heed-step/".utf8)) else { throw .wrongKey }
        let signer = signer
        return try vaulted { () throws(VaultError) in try signer.sign(bytes) }
    }

    /// X-Wing seed (32) ‖ routine seed (32) ‖ compartments one after another.
    borrowing func encoded() -> [UInt8] {
        identity.secretSeed + signer.secretSeed + compartments.flatMap(\.encoded)
    }

    init(decoding bytes: [UInt8]) throws(KeyringError) {
        // Everything is read before anything is stored: a value that cannot be copied is made whole or not at all.
        let parts = try Self.read(bytes)
        identity = parts.identity
        signer = parts.signer
        compartments = parts.compartments
    }

    private static func read(
        _ bytes: [UInt8]
    ) throws(KeyringError) -> (identity: HybridIdentity, signer: SigningSeed, compartments: [CompartmentKey]) {
        guard bytes.count >= 64 else { throw .malformed }
        let (identity, signer) = try vaulted { () throws(VaultError) in
            (try HybridIdentity(seed: Array(bytes[..<32])), try SigningSeed(Array(bytes[32..<64])))
        }
        var rest = bytes[64...]
        var compartments: [CompartmentKey] = []
        while !rest.isEmpty { compartments.append(try CompartmentKey(reading: &rest)) }
        return (identity, signer, compartments)
    }
}
