import Crypto
import HeedVault
import Testing

@Suite("Bytes as text")
struct BytesTests {
    @Test(
        "RFC 4648's Base 64 strings",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ])
    func base64(text: String, encoded: String) throws {
        #expect(Base64.standard.encode(Array(text.utf8)) == encoded)
        #expect(try Base64.standard.decode(encoded) == Array(text.utf8))
        let bare = encoded.replacing("=", with: "")
        #expect(try Base64.unpadded.decode(bare) == Array(text.utf8))
    }

    @Test(
        "padded Base 64 that encoding cannot give is refused",
        arguments: ["Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zg==\n", "Z g=", "Zg==Zg==", "Zm9v=", "_-8="])
    func strict(text: String) {
        #expect(refused { () throws(VaultError) in try Base64.standard.decode(text) } == .malformed)
    }

    @Test("the two other alphabets keep to theirs")
    func alphabets() throws {
        #expect(Base64.url.encode([0xFB, 0xFF]) == "-_8" && Base64.unpadded.encode([0xFB, 0xFF]) == "+/8")
        #expect(try Base64.url.decode("-_8") == [0xFB, 0xFF])
        for text in ["+/8", "-_9", "-_8="] {
            #expect(refused { () throws(VaultError) in try Base64.url.decode(text) } == .malformed)
        }
    }

    @Test("hexadecimal is lower case and whole", arguments: ["0", "0G", "AB", "a b", "é0"])
    func hex(text: String) throws {
        #expect(refused { () throws(VaultError) in try Hex.decode(text) } == .malformed)
        #expect(try Hex.decode(Hex.encode(Array(0...255))) == Array(0...255))
    }

    @Test("a digest in pieces is the digest of the whole")
    func digest() {
        var running = RunningDigest()
        running.update(Array("a".utf8))
        running.update(Array("bc".utf8))
        #expect(running.value() == Digest.sha256(Array("abc".utf8)))
        #expect(Hex.encode(running.value()) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("random bytes have their length and do not repeat")
    func random() {
        #expect(Random.bytes(17).count == 17)
        #expect(Set((0..<100).map { _ in Random.bytes(16) }).count == 100)
    }

    @Test("RFC 5869 test 1 and RFC 4231 test 2, through the library used")
    func library() throws {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: [UInt8](repeating: 0x0B, count: 22)), salt: [UInt8](0...12),
            info: [UInt8](0xF0...0xF9), outputByteCount: 42)
        #expect(
            Hex.encode(key.withUnsafeBytes { Array($0) })
                == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("what do ya want for nothing?".utf8), using: SymmetricKey(data: Array("Jefe".utf8)))
        #expect(
            Hex.encode(Array(code)) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }
}
