import Testing

@testable import HeedVault

/// What no honest writer makes, built by hand.
@Suite("Hostile stanzas and chunks")
struct HostileStanzaTests {
    /// The identity, order 8 twice, and −1, as X25519 shares that give an all-zero secret with every key.
    static let lowOrder = [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ]

    @Test("an all-zero X25519 secret is refused when opening and when sealing", arguments: lowOrder)
    func zeroSecret(share: String) throws {
        let share = try Hex.decode(share)
        let body = [UInt8](repeating: 1, count: 32)
        let classical = AgeStanza(type: "X25519", arguments: [Base64.unpadded.encode(share)], body: body)
        #expect(refused { () throws(VaultError) in try X25519Identity().unwrap(classical) } == .malformed)
        let enclosed = Base64.unpadded.encode([UInt8](repeating: 0, count: 1088) + share)
        let hybrid = AgeStanza(type: "mlkem768x25519", arguments: [enclosed], body: body)
        #expect(refused { () throws(VaultError) in try HybridIdentity().unwrap(hybrid) } == .malformed)
        let recipient = try X25519Recipient(share)
        #expect(refused { () throws(VaultError) in try AgeSealer.seal([], to: [recipient]) } == .cannotSeal)
        let good = try HybridIdentity().recipient.bytes
        let broken = try HybridRecipient(good.dropLast(32) + share)
        #expect(refused { () throws(VaultError) in try broken.check() } == .cannotSeal)
    }

    @Test("a passphrase stanza beside another is malformed, though both open")
    func passphraseBeside() throws {
        let fileKey = FileKey()
        let identity = X25519Identity()
        let passphrase = try PassphraseRecipient([1], logN: 10).wrap(fileKey)
        let header = AgeHeader(
            stanzas: [try identity.recipient.wrap(fileKey), passphrase], mac: [UInt8](repeating: 0, count: 32))
        #expect(refused { () throws(VaultError) in try header.fileKey(for: [identity]) } == .malformed)
    }

    @Test("only an empty payload may end with an empty chunk, and chunks keep their order")
    func chunks() throws {
        let fileKey = FileKey()
        let nonce = [UInt8](repeating: 9, count: 16)
        let key = fileKey.payloadKey(nonce: nonce)
        let full = [UInt8](repeating: 1, count: PayloadChunk.size)
        func chunk(_ number: UInt64, _ isLast: Bool, _ bytes: [UInt8]) throws -> [UInt8] {
            var out: [UInt8] = []
            try PayloadChunk(key: key, number: number, isLast: isLast).seal(bytes[...], into: &out)
            return out
        }
        func open(_ payload: [UInt8]) -> VaultError? {
            refused { () throws(VaultError) in
                var opener = PayloadOpener(fileKey)
                _ = try opener.update(nonce + payload)
                return try opener.finish()
            }
        }
        #expect(open(try chunk(0, true, [])) == nil)
        #expect(open(try chunk(0, false, full) + chunk(1, true, [7])) == nil)
        #expect(open(try chunk(0, false, full) + chunk(1, true, [])) == .cannotOpen)
        #expect(open(try chunk(1, false, full) + chunk(0, true, full)) == .cannotOpen)
        #expect(open(try chunk(0, true, full) + chunk(1, true, [7])) == .cannotOpen)
        #expect(open(try chunk(0, false, full)) == .cannotOpen)
        #expect(open(try chunk(0, false, [1, 2]) + chunk(1, true, [7])) == .cannotOpen)
    }
}
