import HeedVault
import Testing

@Suite("Signing")
struct SigningTests {
    @Test(
        "RFC 8032, section 7.1, tests 1 to 3",
        arguments: [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                    + "d25bf5f0595bbe24655141438e7a100b"
            ),
            (
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                    + "387b2eaeb4302aeeb00d291612bb0c00"
            ),
            (
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                    + "4a7c15e9716ed28dc027beceea1ec40a"
            ),
        ])
    func published(seed: String, key: String, message: String, signature: String) throws {
        let signing = try SigningSeed(Hex.decode(seed))
        #expect(Hex.encode(try signing.verifyKey.bytes) == key)
        let verify = try VerifyKey(Hex.decode(key))
        #expect(verify.accepts(try Hex.decode(signature), for: try Hex.decode(message)))
        #expect(verify.accepts(try signing.sign(Hex.decode(message)), for: try Hex.decode(message)))
    }

    @Test("a changed message, signature or key is refused, and so is another length")
    func changed() throws {
        let seed = SigningSeed()
        let key = try seed.verifyKey
        let message = Array("heed-reply/v1".utf8)
        let signature = try seed.sign(message)
        #expect(key.accepts(signature, for: message))
        for index in signature.indices {
            var wrong = signature
            wrong[index] ^= 0x10
            #expect(!key.accepts(wrong, for: message), "byte \(index)")
        }
        #expect(!key.accepts(signature, for: message + [0]))
        #expect(!key.accepts(signature + [0], for: message) && !key.accepts([], for: message))
        #expect(!(try SigningSeed().verifyKey.accepts(signature, for: message)))
    }

    @Test("a key of low order or written a second way cannot be held")
    func lowOrder() throws {
        let zeros = [UInt8](repeating: 0, count: 31)
        for key in [[1] + zeros, [0] + zeros, zeros + [0x80], [0xEE] + [UInt8](repeating: 0xFF, count: 31), []] {
            #expect(refused { () throws(VaultError) in try VerifyKey(key) } == .malformed)
        }
    }

    @Test("a seed is never printed")
    func unprintable() throws {
        let seed = try SigningSeed([UInt8](repeating: 77, count: 32))
        var dumped = ""
        dump(seed, to: &dumped)
        for text in ["\(seed)", String(reflecting: seed), dumped] { #expect(!text.contains("77")) }
    }
}
