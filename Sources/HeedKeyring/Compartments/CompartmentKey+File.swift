package import HeedLedger
package import HeedVault

extension CompartmentKey {
    private static let title = Array("heed-compartment/v1\n".utf8)

    /// The age file that gives this key to one officer.
    /// Takes a certificate, never a bare recipient: a key swapped into a database row is given nothing.
    /// - Parameter certificate: from `OfficerCertificate.verified`.
    /// - Throws: `KeyringError.notCertified` if the certificate does not cover the compartment.
    package func file(for certificate: OfficerCertificate) throws(KeyringError) -> [UInt8] {
        guard certificate.covers(compartment: compartment) else { throw .notCertified }
        return try sealed(to: certificate.recipient)
    }

    /// The age file that the recovery key opens.
    package func file(for recovery: RecoveryEpoch) throws(KeyringError) -> [UInt8] {
        try sealed(to: recovery.recipient)
    }

    /// Opens a key file and checks that it holds the key that the manifest names: a file made by whoever can write
    /// rows holds another, because only holders of the key know its seed.
    /// - Throws: `KeyringError.vault(.cannotOpen)`, `.malformed`, or `.wrongKey`.
    package static func open(
        _ file: [UInt8], with identity: HybridIdentity, expecting epoch: CompartmentEpoch
    ) throws(KeyringError) -> CompartmentKey {
        var content = try vaulted { () throws(VaultError) in try AgeOpener.open(file, with: [identity]) }
        defer { content.wipe() }
        guard content.starts(with: title) else { throw .malformed }
        var rest = content[title.count...]
        let key = try CompartmentKey(reading: &rest)
        guard rest.isEmpty else { throw .malformed }
        guard try key.publicEpoch == epoch else { throw .wrongKey }
        return key
    }

    private func sealed(to recipient: HybridRecipient) throws(KeyringError) -> [UInt8] {
        var content = Self.title + encoded
        defer { content.wipe() }
        return try vaulted { () throws(VaultError) in try AgeSealer.seal(content, to: [recipient]) }
    }

    /// u8 length ‖ compartment ‖ u32be epoch ‖ X-Wing seed (32) ‖ extract key (32).
    var encoded: [UInt8] {
        [UInt8(compartment.utf8.count)] + Array(compartment.utf8)
            + withUnsafeBytes(of: UInt32(epoch).bigEndian) { Array($0) }
            + identity.secretSeed + extractKey.secretBytes
    }

    /// Reads what `encoded` writes from the front of `bytes`.
    init(reading bytes: inout ArraySlice<UInt8>) throws(KeyringError) {
        guard let length = bytes.popFirst(), bytes.count >= Int(length) + 68,
            let name = String(validating: bytes.prefix(Int(length)), as: UTF8.self)
        else { throw .malformed }
        bytes = bytes.dropFirst(Int(length))
        let epoch = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        let seed = Array(bytes.dropFirst(4).prefix(32))
        let extract = Array(bytes.dropFirst(36).prefix(32))
        bytes = bytes.dropFirst(68)
        let (identity, extractKey) = try vaulted { () throws(VaultError) in
            (try HybridIdentity(seed: seed), try BoxKey(extract))
        }
        self.init(compartment: name, epoch: epoch, identity: identity, extractKey: extractKey)
    }
}
