/// The code on an officer's enrolment card, the second half of what opens an officer's key file.
///
/// A stolen server does not hold it, so a weak passphrase alone cannot be guessed.
package struct SecretCode: SymbolCode {
    package let secret: CodeBytes

    package init(secret: CodeBytes) { self.secret = secret }
}
