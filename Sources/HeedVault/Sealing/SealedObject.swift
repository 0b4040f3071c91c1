/// An age v1 file in two parts: a small header that says who can open it, and a payload that never changes.
///
/// Header ‖ payload is a valid age file. Only post-quantum recipients can be given. Deleting the header erases the
/// content; replacing it changes the readers; neither touches the payload or the digest.
package struct SealedObject: Equatable, Sendable {
    /// Through the line feed after the MAC. About 1.6 KiB for each recipient.
    package let header: [UInt8]
    /// 16-byte nonce, then chunks.
    package let payload: [UInt8]
    /// Key commitment, 32 bytes, public.
    package let kc: [UInt8]
    /// 32 bytes.
    package let payloadSHA256: [UInt8]

    /// What a `received` leaf commits to: SHA-256(`heed/v1/envelope` 0x00 ‖ kc ‖ SHA-256(payload)).
    package var envelopeDigest: [UInt8] { Self.envelopeDigest(kc: kc, payloadSHA256: payloadSHA256) }

    /// Seals `content` (already padded: see ``SealedContent``) to each recipient, stanzas in the order given.
    /// Throws `refusedRecipients` for none, `cannotSeal` for bytes that are no key.
    package static func seal(_ content: [UInt8], to recipients: [HybridRecipient]) throws(VaultError) -> SealedObject {
        let fileKey = FileKey()
        let header = try AgeHeader(wrapping: fileKey, for: recipients)
        var sealer = PayloadSealer(fileKey)
        var payload = try sealer.update(content)
        payload += try sealer.finish()
        return SealedObject(
            header: header.serialised(), payload: payload, kc: fileKey.commitment,
            payloadSHA256: Digest.sha256(payload))
    }

    /// Opens with the first stanza that `identity` can open.
    ///
    /// The caller compares the result's ``OpenedObject/envelopeDigest`` with what was promised: an object replaced as a
    /// whole opens here.
    package static func open(
        header: [UInt8], payload: [UInt8], with identity: HybridIdentity
    ) throws(VaultError) -> OpenedObject {
        let fileKey = try AgeHeader(header).fileKey(for: [identity])
        var opener = PayloadOpener(fileKey)
        var content = try opener.update(payload)
        content += try opener.finish()
        return OpenedObject(content: content, kc: fileKey.commitment, payloadSHA256: Digest.sha256(payload))
    }

    /// A new header for the same payload: `identity` opens the old one, only `recipients` open the new one.
    package static func rehead(
        _ header: [UInt8], with identity: HybridIdentity, to recipients: [HybridRecipient]
    ) throws(VaultError) -> [UInt8] {
        let fileKey = try AgeHeader(header).fileKey(for: [identity])
        return try AgeHeader(wrapping: fileKey, for: recipients).serialised()
    }

    package static func envelopeDigest(kc: [UInt8], payloadSHA256: [UInt8]) -> [UInt8] {
        Digest.sha256(Array("heed/v1/envelope\0".utf8) + kc + payloadSHA256)
    }
}
