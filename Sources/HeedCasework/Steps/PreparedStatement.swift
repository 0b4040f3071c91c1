package import HeedCore

/// The exact words that an officer is about to sign.
package struct PreparedStatement: Sendable, Equatable {
    /// Names this statement in the form that signs it: the SHA-256 of its text, hexadecimal.
    package let token: String
    /// Every line that the signature covers.
    package let statement: String
    /// What the statement's `record` line stands for.
    package let body: StepBody
    package let expires: Instant
}
