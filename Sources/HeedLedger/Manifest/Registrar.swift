package import HeedVault

/// A person who certifies officers, two at a time, with their grave key.
package struct Registrar: Hashable, Sendable {
    /// Staff number.
    package let person: String
    /// The grave key under the name `<origin>/registrar/<person>`.
    package let verifier: NoteVerifier

    /// - Throws: `LedgerError.badToken`.
    package init(origin: String, person: String, key: VerifyKey) throws(LedgerError) {
        guard Token.isOrigin(origin), Token.isWord(person) else { throw .badToken }
        self.person = person
        verifier = try NoteVerifier(name: Self.keyName(origin: origin, person: person), key: key)
    }

    package static func keyName(origin: String, person: String) -> String { "\(origin)/registrar/\(person)" }
}
