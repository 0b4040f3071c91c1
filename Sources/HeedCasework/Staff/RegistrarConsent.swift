package import HeedKeyring

/// One of two registrars, who unlocks the grave key for one signature.
package struct RegistrarConsent: Sendable {
    package let username: String
    package let credentials: Credentials

    package init(username: String, credentials: Credentials) {
        self.username = username
        self.credentials = credentials
    }
}
