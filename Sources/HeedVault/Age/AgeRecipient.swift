/// Someone a file can be sealed to.
package protocol AgeRecipient: Sendable {
    static var strength: RecipientStrength { get }
    func wrap(_ fileKey: FileKey) throws(VaultError) -> AgeStanza
}

/// What a kind of recipient can be mixed with: only its own kind, and a passphrase with nothing.
package enum RecipientStrength: Sendable {
    case postQuantum
    case classical
    case passphrase
}

/// Someone who may be able to open a file.
package protocol AgeIdentity: Sendable {
    /// The file key; nil when the stanza is not for this identity. Throws `malformed` for a stanza of this identity's
    /// type that no honest writer makes.
    func unwrap(_ stanza: AgeStanza) throws(VaultError) -> FileKey?
}

extension AgeStanza {
    /// The binary argument and the body of a stanza of `type` with one argument; nil for another type.
    /// The body must be a sealed 16-byte key, which stops one stanza from testing many keys at once.
    func parts(of type: String, encapsulated size: Int) throws(VaultError) -> (encapsulated: [UInt8], body: [UInt8])? {
        guard self.type == type else { return nil }
        guard arguments.count == 1 else { throw .malformed }
        let encapsulated = try Base64.unpadded.decode(arguments[0])
        guard encapsulated.count == size, body.count == WrapKey.sealedSize else { throw .malformed }
        return (encapsulated, body)
    }
}
