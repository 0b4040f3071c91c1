import HeedVault

/// What an officer's two key files hold, and how it is written inside them (`Docs/formats/officer-file.md`).
enum OfficerSecrets {
    static let routineTitle = Array("heed-routine/v1\n".utf8)
    static let graveTitle = Array("heed-grave/v1\n".utf8)
    static let totpSize = 20

    /// Title ‖ X-Wing seed (32) ‖ Ed25519 seed (32) ‖ TOTP secret (20).
    static func routine(identity: HybridIdentity, signer: SigningSeed, totp: TOTP) -> [UInt8] {
        routineTitle + identity.secretSeed + signer.secretSeed + totp.secretBytes
    }

    /// Title ‖ Ed25519 seed (32) ‖ TOTP secret (20).
    static func grave(signer: SigningSeed, totp: TOTP) -> [UInt8] {
        graveTitle + signer.secretSeed + totp.secretBytes
    }

    struct Routine: Unprintable, Sendable {
        let identity: HybridIdentity
        let signer: SigningSeed
        let totp: TOTP

        init(_ content: [UInt8]) throws(KeyringError) {
            let parts = try split(content, title: routineTitle, sizes: [32, 32, totpSize])
            identity = try vaulted { () throws(VaultError) in try HybridIdentity(seed: parts[0]) }
            signer = try vaulted { () throws(VaultError) in try SigningSeed(parts[1]) }
            totp = try vaulted { () throws(VaultError) in try TOTP(secret: parts[2]) }
        }
    }

    struct Grave: Unprintable, Sendable {
        let signer: SigningSeed
        let totp: TOTP

        init(_ content: [UInt8]) throws(KeyringError) {
            let parts = try split(content, title: graveTitle, sizes: [32, totpSize])
            signer = try vaulted { () throws(VaultError) in try SigningSeed(parts[0]) }
            totp = try vaulted { () throws(VaultError) in try TOTP(secret: parts[1]) }
        }
    }

    private static func split(_ content: [UInt8], title: [UInt8], sizes: [Int]) throws(KeyringError) -> [[UInt8]] {
        guard content.starts(with: title), content.count == title.count + sizes.reduce(0, +) else { throw .malformed }
        var rest = content.dropFirst(title.count)
        var parts: [[UInt8]] = []
        for size in sizes {
            parts.append(Array(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        return parts
    }
}
