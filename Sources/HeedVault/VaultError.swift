/// Why the vault refused. A closed set: callers may switch over it.
///
/// Everything that depends on a secret ends in ``cannotOpen``: a wrong key, a wrong passphrase, a changed header and a
/// changed payload look the same. No case carries a value, so an error can be logged.
package enum VaultError: Error, Equatable, Sendable {
    /// The bytes do not have the shape of the format they claim. Decided without any secret.
    case malformed
    /// No key given opens this, or the bytes were altered, cut or extended.
    case cannotOpen
    /// The recipients may not be used together, or there is none.
    case refusedRecipients
    /// A key that cannot be sealed to, or a primitive that failed.
    case cannotSeal
    /// The content does not fit the fixed size it must have.
    case tooLarge
    /// The text cannot be a code: wrong length or a symbol outside the alphabet.
    case notACode
    /// The text has the shape of a code but its check fails: a typing mistake.
    case checkFailed
}
