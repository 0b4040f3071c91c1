import HeedVault

/// Unlocks officers' key files, one refusal and one cost for every failure.
/// An unknown user, a mistyped secret code and a wrong passphrase each spend one key derivation.
package struct OfficerUnlock: Sendable {
    private let gate: ScryptGate
    private let logN: Int
    let decoy: [UInt8]

    /// - Parameter logN: the work of this installation's files; more is refused, and decoys ask for as much.
    package init(gate: ScryptGate, logN: Int = PassphraseFile.standardLogN) {
        self.gate = gate
        self.logN = logN
        decoy = Self.decoy(logN: logN)
    }

    /// Unlocks the keys of a session.
    /// - Parameters:
    ///   - file: the officer's `routine` file, or nil where there is no such officer.
    ///   - lastStep: the last one-time step this officer used, for either file.
    /// - Throws: `KeyringError.cannotUnlock` or `.busy`.
    package func routine(
        file: [UInt8]?, credentials: Credentials, unixSeconds: Int64, lastStep: UInt64?
    ) async throws(KeyringError) -> RoutineKeys {
        let secrets = try await open(file, credentials).withBytes(OfficerSecrets.Routine.init)
        let step = try secrets.totp.step(credentials, unixSeconds, lastStep)
        return RoutineKeys(identity: secrets.identity, signer: secrets.signer, totpStep: step)
    }

    /// Unlocks the grave key for one signature: see `routine`.
    package func grave(
        file: [UInt8]?, credentials: Credentials, unixSeconds: Int64, lastStep: UInt64?
    ) async throws(KeyringError) -> GraveKey {
        let secrets = try await open(file, credentials).withBytes(OfficerSecrets.Grave.init)
        let step = try secrets.totp.step(credentials, unixSeconds, lastStep)
        return GraveKey(seed: secrets.signer, totpStep: step)
    }

    private func open(_ file: [UInt8]?, _ credentials: Credentials) async throws(KeyringError) -> SecretBytes {
        let key = credentials.key
        let file = key == nil ? decoy : file ?? decoy
        let passphrase = key ?? Passphrase("", secretCode: .issue())
        let logN = logN
        let opened = try await gate.run { () -> Result<SecretBytes, KeyringError> in
            Result { () throws(KeyringError) in try OfficerFiles.open(file, passphrase, logN) }
        }
        return try opened.get()
    }

    /// A file with a header that asks for the full work and then opens with nothing: its wrapped key is random.
    private static func decoy(logN: Int) -> [UInt8] {
        let base64 = Base64.unpadded
        let header = """
            age-encryption.org/v1
            -> scrypt \(base64.encode(Random.bytes(16))) \(logN)
            \(base64.encode(Random.bytes(32)))
            --- \(base64.encode(Random.bytes(32)))

            """
        return Array(header.utf8) + Random.bytes(48)
    }
}

extension TOTP {
    fileprivate func step(
        _ credentials: Credentials, _ unixSeconds: Int64, _ last: UInt64?
    ) throws(KeyringError) -> UInt64 {
        guard let step = matchedStep(credentials.oneTimeCode, unixSeconds: unixSeconds, after: last) else {
            throw .cannotUnlock
        }
        return step
    }
}
