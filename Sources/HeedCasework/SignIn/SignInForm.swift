package import HeedKeyring

/// What somebody typed to sign in or to unlock.
package struct SignInForm: Sendable {
    package let username: String
    package let credentials: Credentials

    package init(username: String, passphrase: String, secretCode: String, totp: String) {
        self.username = username
        credentials = Credentials(passphrase: passphrase, secretCode: secretCode, oneTimeCode: totp)
    }
}
