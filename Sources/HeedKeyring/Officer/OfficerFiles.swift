package import HeedVault

/// An officer's two key files, each an age passphrase file, as the database stores them.
/// `routine` is unlocked into a session, `grave` for one signature at a time. Neither opens without the passphrase and
/// the secret code together.
package struct OfficerFiles: Hashable, Sendable {
    package let routine: [UInt8]
    package let grave: [UInt8]

    package init(routine: [UInt8], grave: [UInt8]) {
        self.routine = routine
        self.grave = grave
    }

    /// Makes a new officer's keys. Costs two scrypts: in a serving process, run it in the `ScryptGate`.
    /// - Parameter logN: `PassphraseFile.standardLogN` in real installations.
    package static func create(
        passphrase: String, secretCode: SecretCode, logN: Int
    ) throws(KeyringError) -> NewOfficerKeys {
        let identity = HybridIdentity()
        let routine = SigningSeed()
        let grave = SigningSeed()
        let totp = TOTP()
        let files = try seal(
            identity: identity, routine: routine, grave: grave, totp: totp,
            passphrase: Passphrase(passphrase, secretCode: secretCode), logN: logN)
        return try vaulted { () throws(VaultError) in
            try NewOfficerKeys(
                files: files, recipient: identity.recipient, routineKey: routine.verifyKey, graveKey: grave.verifyKey,
                totp: totp, grave: grave)
        }
    }

    /// The same keys under another passphrase or secret code. Costs four scrypts.
    /// - Throws: `KeyringError.cannotUnlock` if the old ones are wrong.
    package func changed(
        from old: Passphrase, to new: Passphrase, logN: Int, maximumLogN: Int = PassphraseFile.standardLogN
    ) throws(KeyringError) -> OfficerFiles {
        try rewritten(old: old, new: new, totp: nil, logN: logN, maximumLogN: maximumLogN)
    }

    /// The same keys with a fresh one-time-code secret, for an officer who lost the device. Costs four scrypts.
    /// - Throws: `KeyringError.cannotUnlock` if passphrase or secret code are wrong.
    package func withNewTOTP(
        _ passphrase: Passphrase, logN: Int, maximumLogN: Int = PassphraseFile.standardLogN
    ) throws(KeyringError) -> (files: OfficerFiles, totp: TOTP) {
        let totp = TOTP()
        let files = try rewritten(
            old: passphrase, new: passphrase, totp: totp, logN: logN, maximumLogN: maximumLogN)
        return (files, totp)
    }

    private func rewritten(
        old: Passphrase, new: Passphrase, totp: TOTP?, logN: Int, maximumLogN: Int
    ) throws(KeyringError) -> OfficerFiles {
        let routine = try Self.open(routine, old, maximumLogN).withBytes(OfficerSecrets.Routine.init)
        let grave = try Self.open(grave, old, maximumLogN).withBytes(OfficerSecrets.Grave.init)
        return try Self.seal(
            identity: routine.identity, routine: routine.signer, grave: grave.signer, totp: totp ?? routine.totp,
            passphrase: new, logN: logN)
    }

    private static func seal(
        identity: HybridIdentity, routine: SigningSeed, grave: SigningSeed, totp: TOTP, passphrase: Passphrase,
        logN: Int
    ) throws(KeyringError) -> OfficerFiles {
        var routineContent = OfficerSecrets.routine(identity: identity, signer: routine, totp: totp)
        var graveContent = OfficerSecrets.grave(signer: grave, totp: totp)
        defer {
            routineContent.wipe()
            graveContent.wipe()
        }
        return try vaulted { () throws(VaultError) in
            OfficerFiles(
                routine: try PassphraseFile.seal(routineContent, passphrase: passphrase, logN: logN),
                grave: try PassphraseFile.seal(graveContent, passphrase: passphrase, logN: logN))
        }
    }

    /// Opens one file; every failure is `cannotUnlock`.
    static func open(
        _ file: [UInt8], _ passphrase: Passphrase, _ maximumLogN: Int
    ) throws(KeyringError) -> SecretBytes {
        guard var content = try? PassphraseFile.open(file, passphrase: passphrase, maximumLogN: maximumLogN) else {
            throw .cannotUnlock
        }
        return SecretBytes(wiping: &content)
    }
}
