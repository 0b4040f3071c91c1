import Crypto

/// Everything a partner's code stands for in one installation, derived as ``ReporterSecrets`` are, under other labels.
package struct PartnerSecrets: Unprintable, Sendable {
    private let pseudoRandomKey: SymmetricKey

    package init(code: PartnerCode, instance: Instance) {
        let key = HKDF<SHA256>.extract(inputKeyMaterial: SymmetricKey(data: code.bytes), salt: instance.id)
        pseudoRandomKey = SymmetricKey(data: key)
    }

    /// What finds the request in the store, 32 bytes. Stored.
    package var requestTag: [UInt8] { expand("heed/v1/partner-tag") }

    /// Opens the request. Its ``HybridIdentity/recipient`` is used once and not stored.
    package var requestIdentity: HybridIdentity {
        get throws(VaultError) { try HybridIdentity(seed: expand("heed/v1/partner-seed")) }
    }

    /// Keys ``Idempotency``, 32 bytes. Never stored.
    package var idemKey: [UInt8] { expand("heed/v1/partner-idem") }

    /// Signs answers. Its verify key is in the signed step that made the request.
    package var answerSigningSeed: SigningSeed {
        get throws(VaultError) { try SigningSeed(expand("heed/v1/partner-sign")) }
    }

    private func expand(_ info: String) -> [UInt8] {
        HKDF<SHA256>.expand(pseudoRandomKey: pseudoRandomKey, info: Array(info.utf8), outputByteCount: 32)
            .withUnsafeBytes { Array($0) }
    }
}
