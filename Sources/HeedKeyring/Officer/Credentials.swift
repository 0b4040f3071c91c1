import HeedVault

/// What someone typed to unlock, as it came. Never prints itself.
package struct Credentials: Sendable, Unprintable {
    /// The longest passphrase looked at, in bytes.
    package static let maximumPassphrase = 1_024

    let passphrase: String
    let secretCode: String
    let oneTimeCode: String

    package init(passphrase: String, secretCode: String, oneTimeCode: String) {
        self.passphrase = passphrase
        self.secretCode = secretCode
        self.oneTimeCode = oneTimeCode
    }

    /// Nil for what cannot be right, so that the caller can spend the same time on it all the same.
    var key: Passphrase? {
        guard passphrase.utf8.count <= Self.maximumPassphrase, let code = try? SecretCode(typed: secretCode) else {
            return nil
        }
        return Passphrase(passphrase, secretCode: code)
    }
}
