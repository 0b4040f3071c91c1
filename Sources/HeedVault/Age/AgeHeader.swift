import Crypto

/// The textual part of an age v1 file: who can open it, and a MAC over that (C2SP age, "Header").
///
/// Small, and the only part that changes when recipients change. Erasing it erases the file.
package struct AgeHeader: Equatable, Sendable {
    package let stanzas: [AgeStanza]
    /// HMAC-SHA-256 over the text through `---`, 32 bytes.
    package let mac: [UInt8]

    static let versionLine = "age-encryption.org/v1\n"
    /// A longer header is refused before it is parsed. About 160 hybrid stanzas.
    package static let maximumSize = 256 * 1024

    init(stanzas: [AgeStanza], mac: [UInt8]) {
        self.stanzas = stanzas
        self.mac = mac
    }

    /// Wraps `fileKey` for each recipient, in the order given.
    ///
    /// Throws `refusedRecipients` for none, for a passphrase beside anything else, and for a mix of recipients that
    /// resist a quantum computer with ones that do not.
    init(wrapping fileKey: FileKey, for recipients: [any AgeRecipient]) throws(VaultError) {
        let strengths = Set(recipients.map { type(of: $0).strength })
        guard strengths.count == 1, strengths != [.passphrase] || recipients.count == 1 else {
            throw .refusedRecipients
        }
        var stanzas: [AgeStanza] = []
        for recipient in recipients { stanzas.append(try recipient.wrap(fileKey)) }
        self.stanzas = stanzas
        let code = HMAC<SHA256>.authenticationCode(for: Self.covered(stanzas), using: fileKey.headerKey)
        mac = Array(code)
    }

    /// The file key, if one of `identities` opens a stanza and the header is exactly as it was written.
    ///
    /// Stanzas are tried in order. Unknown types are skipped; a known type with a wrong shape is `malformed`; a
    /// passphrase stanza beside any other is `malformed`; everything else that fails is `cannotOpen`.
    func fileKey(for identities: [any AgeIdentity]) throws(VaultError) -> FileKey {
        guard stanzas.count == 1 || !stanzas.contains(where: { $0.type == PassphraseRecipient.stanzaType }) else {
            throw .malformed
        }
        for identity in identities {
            for stanza in stanzas {
                guard let key = try identity.unwrap(stanza) else { continue }
                let valid = HMAC<SHA256>.isValidAuthenticationCode(
                    mac, authenticating: Self.covered(stanzas), using: key.headerKey)
                guard valid else { throw .cannotOpen }
                return key
            }
        }
        throw .cannotOpen
    }

    /// The bytes of the header, ending with the line feed after the MAC.
    package func serialised() -> [UInt8] {
        Self.covered(stanzas) + Array(" \(Base64.unpadded.encode(mac))\n".utf8)
    }

    private static func covered(_ stanzas: [AgeStanza]) -> [UInt8] {
        var out = Array(versionLine.utf8)
        for stanza in stanzas { stanza.serialise(into: &out) }
        return out + Array("---".utf8)
    }
}
