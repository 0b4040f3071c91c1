package import HeedLedger
package import HeedVault

/// The force's last way to its own records: made offline, kept as three shares of which any two holders open one.
/// Its public half is a recipient of every object; using it needs two signatures and a public notice.
package struct RecoveryKey: Sendable, Unprintable {
    package let epoch: Int
    package let identity: HybridIdentity

    package static func generate(epoch: Int) -> RecoveryKey {
        RecoveryKey(epoch: epoch, identity: HybridIdentity())
    }

    /// What the manifest says of this key.
    package var publicEpoch: RecoveryEpoch {
        get throws(KeyringError) {
            let recipient = try vaulted { () throws(VaultError) in try identity.recipient }
            return try ledgered { () throws(LedgerError) in try RecoveryEpoch(epoch: epoch, recipient: recipient) }
        }
    }

    /// The three shares, for holders 1 and 2, 1 and 3, 2 and 3.
    /// Each is an age file to the outer holder around one to the inner holder around an age identity file: stock age
    /// opens them, twice over, without this program.
    /// - Parameter holders: three different recipients.
    /// - Throws: `KeyringError.badPlan` for any other number or a repetition.
    package func shares(for holders: [HybridRecipient]) throws(KeyringError) -> [RecoveryShare] {
        guard holders.count == 3, Set(holders).count == 3 else { throw .badPlan }
        var content = Array("\(identity.secretText)\n".utf8)
        defer { content.wipe() }
        var shares: [RecoveryShare] = []
        for (inner, outer) in [(0, 1), (0, 2), (1, 2)] {
            let file = try vaulted { () throws(VaultError) in
                try AgeSealer.seal(AgeSealer.seal(content, to: [holders[inner]]), to: [holders[outer]])
            }
            shares.append(RecoveryShare(inner: inner + 1, outer: outer + 1, file: file))
        }
        return shares
    }

    /// Opens a share with the keys of its two holders.
    /// - Throws: `KeyringError.vault(.cannotOpen)` for other keys or the wrong order, `.wrongKey` if the share holds
    ///   another key than the manifest's.
    package static func open(
        _ file: [UInt8], outer: HybridIdentity, inner: HybridIdentity, expecting epoch: RecoveryEpoch
    ) throws(KeyringError) -> RecoveryKey {
        var content = try vaulted { () throws(VaultError) in
            try AgeOpener.open(AgeOpener.open(file, with: [outer]), with: [inner])
        }
        defer { content.wipe() }
        guard content.last == 0x0a else { throw .malformed }
        let identity = try vaulted { () throws(VaultError) in
            try HybridIdentity(secretText: String(decoding: content.dropLast(), as: UTF8.self))
        }
        let key = RecoveryKey(epoch: epoch.epoch, identity: identity)
        guard try key.publicEpoch == epoch else { throw .wrongKey }
        return key
    }
}
