import Crypto
import Testing

@testable import HeedVault

/// The vectors printed in `Docs/formats`, computed by another implementation.
@Suite("Documented vectors")
struct FormatVectorTests {
    let key: BoxKey
    let keys: FormKeys

    init() throws {
        key = try BoxKey(Array(0..<32))
        keys = try FormKeys(file: Array("heed-form-keys/v1\n".utf8) + [0, 0, 0x50, 0x9D] + Array(0..<32))
    }

    @Test("the key commitment")
    func commitment() throws {
        let fileKey = try #require(FileKey(Array(0..<16)))
        #expect(
            Hex.encode(fileKey.commitment) == "f2a56dc53a8a755d1e84685c27cb7359c54d2a80a8dbe84b14b860337d52d19b")
    }

    @Test("a form token and the keys derived from a day's key")
    func token() {
        #expect(
            Hex.encode(keys.mintToken(Array("hello".utf8)))
                == "010000509d68656c6c6f8cc8154418548302b047d04a5117cdbde0ac6bacf95a960d73989a0b23d5ccb7")
        #expect(
            Hex.encode(key.derived("heed/v1/form-token").secretBytes)
                == "6f53371022a7380b53cbc5637db2ef7f3394847307bfe70028fccf116dd6bd00")
        #expect(
            Hex.encode(key.derived("heed/v1/journey").secretBytes)
                == "a966f4b003a2bd41049009d940f01b5b3d707f6e8f930b37bb91e8f415715b93")
    }

    @Test("a journey")
    func journey() throws {
        let prefix: [UInt8] = [1, 0, 0, 0x50, 0x9D]
        let box = try box("state", padded: 256, key.derived("heed/v1/journey"), prefix)
        #expect(
            Hex.encode(Digest.sha256(prefix + box))
                == "43ca4bcaafef1979845434929520d662cce10eaa6dd17e48bea5c81c276e6939")
        #expect(try keys.openJourney(prefix + box) == Array("state".utf8))
    }

    @Test("a queue card")
    func extract() throws {
        let thread: [UInt8] = Array(0x10..<0x20)
        let box = try box("card", padded: 1024, key, Array("heed/v1/extract".utf8) + thread + [0, 0, 0, 4])
        #expect(
            Hex.encode(Digest.sha256(box)) == "cd2a2ed447d509d53c9e99d304f7087b79a38d8327e040dafb0c9d420eff710f")
        #expect(try ExtractBox.open(box, key: key, thread: thread, version: 4) == Array("card".utf8))
    }

    @Test("the counts of a week")
    func counts() throws {
        // Version, three figures: 6 overdue, 1 in time, 5 decided.
        let figures: [UInt8] = [1, 3, 0, 0, 0, 6, 0, 0, 0, 1, 0, 0, 0, 5]
        let associated = Array("heed/v1/frozen-count\0reports/activity\u{0}2027-01-18".utf8)
        let box = try box(String(decoding: figures, as: UTF8.self), padded: 256, key, associated)
        #expect(
            Hex.encode(Digest.sha256(box)) == "ac5294ab2fc36e80784c9f00f9e033f3ef394f7881fedd55c91b15fbb5bc0fc0")
        #expect(try CountBox.open(box, key: key, topic: "reports/activity", period: "2027-01-18") == figures)
    }

    @Test("an audit entry and its place in the chain")
    func audit() throws {
        let associated = Array("heed/v1/auditdesk-1\0".utf8) + [0, 0, 0, 0, 0, 0, 0, 7]
        let box = try box("entry", padded: 512, key, associated)
        #expect(
            Hex.encode(Digest.sha256(box)) == "e69b25b30e4ea73303b36eb83a1bdd248eab790156120fea2cbeba537d680719")
        #expect(try AuditBox.open(box, key: key, writer: "desk-1", number: 7) == Array("entry".utf8))
        #expect(
            Hex.encode(AuditChain.hash(previous: AuditChain.start, number: 7, box: box))
                == "9aa032c39682b833ce84f53525e3ad96a90a8dc002f9b1ec33f96fb96b59afd7")
    }

    @Test("a session")
    func session() throws {
        let ticket = try SessionTicket(cookie: Array(0..<48))
        #expect(Hex.encode(ticket.lookup) == "be45cb2605bf36bebde684841a28f0fd43c69850a3dce5fedba69928ee3a8991")
        #expect(
            Hex.encode(ticket.key.secretBytes) == "2a88caf71c678c2f4b7aacecfef78500b85e2e95b1370895bd83add699523806")
        let box = try Hex.decode("404142434445464748494a4bb2cbeb8d8bba815d2b83c9a6ffde6f3badc2928f")
        #expect(try SessionBox.open(box, with: ticket) == Array("keys".utf8))
    }

    /// A box with the vectors' fixed nonce, which no caller of the vault can choose.
    private func box(_ text: String, padded block: Int, _ key: BoxKey, _ associated: [UInt8]) throws -> [UInt8] {
        let marked = Array(text.utf8) + [0x80]
        let plaintext = marked + [UInt8](repeating: 0, count: block - marked.count)
        let nonce = try ChaChaPoly.Nonce(data: [UInt8](0x40..<0x4C))
        return Array(
            try ChaChaPoly.seal(plaintext, using: key.key, nonce: nonce, authenticating: associated).combined)
    }
}
