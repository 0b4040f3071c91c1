import HeedVault
import Testing

@Suite("Sealed objects")
struct SealedObjectTests {
    let reader = HybridIdentity()
    let other = HybridIdentity()

    @Test("what is sealed opens for every recipient, and the recomputed digest is the sealed one")
    func roundTrip() throws {
        for count in [0, 1, 15, 16, 4096, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 204_800] {
            let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let object = try SealedObject.seal(content, to: [reader.recipient, other.recipient])
            for identity in [reader, other] {
                let opened = try SealedObject.open(header: object.header, payload: object.payload, with: identity)
                #expect(opened.content == content)
                #expect(opened.envelopeDigest == object.envelopeDigest && opened.kc == object.kc)
            }
        }
    }

    @Test("header and payload together are an age file")
    func isAnAgeFile() throws {
        let object = try SealedObject.seal([1, 2, 3], to: [reader.recipient])
        #expect(try AgeOpener.open(object.header + object.payload, with: [reader]) == [1, 2, 3])
    }

    @Test("nobody else opens it, and it cannot be sealed to nobody")
    func strangers() throws {
        let object = try SealedObject.seal([1, 2, 3], to: [reader.recipient])
        #expect(failure(object.header, object.payload, other) == .cannotOpen)
        #expect(refused { () throws(VaultError) in try SealedObject.seal([1], to: []) } == .refusedRecipients)
    }

    @Test("a key that is no key is refused when sealing and when checked")
    func brokenRecipient() throws {
        let broken = try HybridRecipient([UInt8](repeating: 0xFF, count: HybridRecipient.size))
        #expect(refused { () throws(VaultError) in try SealedObject.seal([1], to: [broken]) } == .cannotSeal)
        #expect(refused { () throws(VaultError) in try broken.check() } == .cannotSeal)
        try reader.recipient.check()
    }

    @Test("no payload of one object opens under the header of another")
    func swapped() throws {
        let first = try SealedObject.seal([1, 2, 3], to: [reader.recipient])
        let second = try SealedObject.seal([4, 5, 6], to: [reader.recipient])
        #expect(failure(first.header, second.payload, reader) == .cannotOpen)
    }

    @Test("a new header opens for the new readers only and leaves the digest alone")
    func rehead() throws {
        let object = try SealedObject.seal([7, 7], to: [reader.recipient])
        let header = try SealedObject.rehead(object.header, with: reader, to: [other.recipient])
        let opened = try SealedObject.open(header: header, payload: object.payload, with: other)
        #expect(opened.content == [7, 7] && opened.envelopeDigest == object.envelopeDigest)
        #expect(failure(header, object.payload, reader) == .cannotOpen)
        #expect(
            refused { () throws(VaultError) in
                try SealedObject.rehead(header, with: reader, to: [reader.recipient])
            } == .cannotOpen)
    }

    @Test("every single changed byte is refused")
    func everyByte() throws {
        let object = try SealedObject.seal(Array("seen at the station".utf8), to: [reader.recipient])
        for index in object.header.indices {
            var header = object.header
            header[index] ^= 1
            #expect(failure(header, object.payload, reader) != nil, "header byte \(index)")
        }
        for index in object.payload.indices {
            for bit in 0..<8 {
                var payload = object.payload
                payload[index] ^= 1 << UInt8(bit)
                #expect(failure(object.header, payload, reader) == .cannotOpen, "payload byte \(index)")
            }
        }
    }

    @Test("a truncated or extended object never opens")
    func truncated() throws {
        let object = try SealedObject.seal([UInt8](repeating: 9, count: 131_072), to: [reader.recipient])
        let edges = [0, 16, 65_552, 65_568, 131_120].flatMap { [$0 - 1, $0, $0 + 1] } + [object.payload.count - 1]
        for count in edges where 0..<object.payload.count ~= count {
            #expect(failure(object.header, Array(object.payload.prefix(count)), reader) != nil, "\(count) bytes")
        }
        for count in stride(from: 0, to: object.header.count, by: 7) {
            #expect(failure(Array(object.header.prefix(count)), object.payload, reader) == .malformed)
        }
        #expect(failure(object.header, object.payload + [0], reader) == .cannotOpen)
        #expect(failure(object.header + [10], object.payload, reader) == .malformed)
    }

    @Test("the envelope digest is the documented one")
    func digestVector() throws {
        let zeros = [UInt8](repeating: 0, count: 32)
        let digest = SealedObject.envelopeDigest(kc: zeros, payloadSHA256: zeros)
        #expect(Base64.standard.encode(digest) == "g89/BEl4HFZMJ/4YTxNy+9yIaOidhVUxV7C8WpDylKE=")
    }

    @Test("4 KiB for two recipients takes 7,312 bytes")
    func size() throws {
        let content = try SealedContent(meta: [], content: []).encode(.text)
        let object = try SealedObject.seal(content, to: [reader.recipient, other.recipient])
        #expect(object.header.count + object.payload.count == 7312)
    }

    private func failure(_ header: [UInt8], _ payload: [UInt8], _ identity: HybridIdentity) -> VaultError? {
        refused { () throws(VaultError) in
            try SealedObject.open(header: header, payload: payload, with: identity)
        }
    }
}
