/// A small secret in an age file that only a ``Passphrase`` opens: an officer's key file.
///
/// At `logN` 17, sealing or opening takes about 0.26 s and 128 MiB: the caller bounds how many run at once.
package enum PassphraseFile {
    /// The work factor of real installations.
    package static let standardLogN = 17

    package static func seal(
        _ content: [UInt8], passphrase: Passphrase, logN: Int
    ) throws(VaultError) -> [UInt8] {
        try AgeSealer.seal(content, to: [PassphraseRecipient(passphrase.bytes, logN: logN)])
    }

    /// Throws `cannotOpen` for a wrong passphrase, a wrong secret code and an altered file alike; `malformed` for a
    /// file that is none, or that asks for more work than `maximumLogN`.
    package static func open(
        _ file: [UInt8], passphrase: Passphrase, maximumLogN: Int = standardLogN
    ) throws(VaultError) -> [UInt8] {
        try AgeOpener.open(file, with: [PassphraseIdentity(passphrase.bytes, maximumLogN: maximumLogN)])
    }
}
