import Crypto

/// Everything a reporter's code stands for in one installation.
///
/// HKDF-SHA256 (RFC 5869): extract with the instance id as salt, then one 32-byte expand for each value, computed on
/// each read at a few microseconds. No slow key derivation: 112 random bits need none, and the public path must not
/// offer one to whoever wants to exhaust the machine.
package struct ReporterSecrets: Unprintable, Sendable {
    private let pseudoRandomKey: SymmetricKey

    package init(code: ReporterCode, instance: Instance) {
        let key = HKDF<SHA256>.extract(inputKeyMaterial: SymmetricKey(data: code.bytes), salt: instance.id)
        pseudoRandomKey = SymmetricKey(data: key)
    }

    /// What finds the thread in the store, 32 bytes. Stored.
    package var threadTag: [UInt8] { expand("heed/v1/thread-tag") }

    /// Opens replies. Its ``HybridIdentity/recipient`` is stored.
    package var replyIdentity: HybridIdentity {
        get throws(VaultError) { try HybridIdentity(seed: expand("heed/v1/reply-seed")) }
    }

    /// LK, 32 bytes: recognises the thread's leaves in the public ledger. Stored only inside the sealed report.
    package var ledgerKey: [UInt8] { expand("heed/v1/ledger-key") }

    /// Keys ``Idempotency``, 32 bytes. Never stored.
    package var idemKey: [UInt8] { expand("heed/v1/idem-key") }

    /// Signs follow-ups. Its verify key is stored inside the sealed report.
    package var followUpSigningSeed: SigningSeed {
        get throws(VaultError) { try SigningSeed(expand("heed/v1/follow-up-sign")) }
    }

    private func expand(_ info: String) -> [UInt8] {
        HKDF<SHA256>.expand(pseudoRandomKey: pseudoRandomKey, info: Array(info.utf8), outputByteCount: 32)
            .withUnsafeBytes { Array($0) }
    }
}
