import Crypto

/// A passphrase to open with.
///
/// Refuses, as malformed, a file that asks for more work than `maximumLogN`, so that nobody who can write a file can
/// take the machine's memory.
package struct PassphraseIdentity: AgeIdentity, Unprintable {
    private let secret: SymmetricKey
    private let maximumLogN: Int

    package init(_ passphrase: [UInt8], maximumLogN: Int = 20) {
        secret = SymmetricKey(data: passphrase)
        self.maximumLogN = maximumLogN
    }

    package func unwrap(_ stanza: AgeStanza) throws(VaultError) -> FileKey? {
        guard stanza.type == PassphraseRecipient.stanzaType else { return nil }
        guard stanza.arguments.count == 2, stanza.body.count == WrapKey.sealedSize else { throw .malformed }
        let salt = try Base64.unpadded.decode(stanza.arguments[0])
        let work = stanza.arguments[1]
        guard salt.count == PassphraseRecipient.saltSize,
            work.utf8.count <= 2, work.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
            work.utf8.first != UInt8(ascii: "0"), let logN = Int(work), logN <= maximumLogN
        else { throw .malformed }
        guard let key = PassphraseRecipient.wrapKey(passphrase: secret, salt: salt, logN: logN) else {
            throw .malformed
        }
        return key.open(stanza.body)
    }
}
