import HeedVault
import Testing

@Suite("Keys as text")
struct KeyTextTests {
    @Test("the specification's X25519 pair is read, matched and written")
    func classical() throws {
        let secret = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
        let identity = try X25519Identity(secretText: secret)
        #expect(identity.secretText == secret)
        let text = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"
        #expect(try identity.recipient.text == text)
        #expect(try X25519Recipient(text: text) == identity.recipient)
    }

    @Test("the specification's hybrid pair is read, matched and written")
    func hybrid() throws {
        let secret = "AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR"
        let identity = try HybridIdentity(secretText: secret)
        #expect(identity.secretText == secret)
        let text = try identity.recipient.text
        // The last six characters are a checksum over all the others.
        #expect(text.hasPrefix("age1pq1x34nzsvr0rxjsgdn8zgyhfe8j7ceq5r9rdelkjuh3y235jzxshfg87pzf5zrqtzdxz95paef6ca"))
        #expect(text.hasSuffix("qheyty7saeq0d3fzv49zc0k") && text.utf8.count == 1959)
        #expect(try HybridRecipient(text: text) == identity.recipient)
    }

    @Test("every single changed character of a key is refused")
    func changed() throws {
        let secret = Array(HybridIdentity().secretText)
        for place in secret.indices {
            for letter in "QPZ1B" where letter != secret[place] {
                var wrong = secret
                wrong[place] = letter
                let text = String(wrong)
                #expect(refused { () throws(VaultError) in try HybridIdentity(secretText: text) } == .malformed)
            }
        }
    }

    @Test("mixed case, another kind's prefix, cut and extended keys are refused")
    func malformed() throws {
        let identity = X25519Identity()
        let secret = identity.secretText
        let published = try identity.recipient.text
        for text in [
            "", "1", "age1", secret.prefix(20) + secret.dropFirst(20).lowercased(), published + "q",
            String(secret.dropLast()), HybridIdentity().secretText, published, secret + " ",
        ] {
            #expect(refused { () throws(VaultError) in try X25519Identity(secretText: text) } == .malformed)
        }
        #expect(try X25519Identity(secretText: secret.lowercased()).secretText == secret)
    }

    @Test("an identity is never printed")
    func unprintable() throws {
        let seed = [UInt8](repeating: 77, count: 32)
        let identities: [any AgeIdentity] = [
            try HybridIdentity(seed: seed), try X25519Identity(seed: seed), PassphraseIdentity(seed),
        ]
        for identity in identities {
            var dumped = ""
            dump(identity, to: &dumped)
            for text in ["\(identity)", String(reflecting: identity), dumped] {
                #expect(text.contains("not shown") && !text.contains("77"))
            }
        }
    }
}
