import HeedVault
import Testing

@Suite("Boxes")
struct BoxTests {
    let key = BoxKey()
    let thread = [UInt8](repeating: 3, count: 16)

    @Test("RFC 8439, section 2.8.2 opens")
    func published() throws {
        let key = try BoxKey(Array(0x80...0x9F))
        let box = try Hex.decode(
            "070000004041424344454647"
                + "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b"
                + "1a71de0a9e060b2905d6a5b67ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
                + "3ff4def08e4b7a9de576d26586cec64b6116" + "1ae10b594f09e26a7e902ecbd0600691")
        let text = try SealedBox.open(box, key: key, associated: Hex.decode("50515253c0c1c2c3c4c5c6c7"))
        #expect(String(decoding: text, as: UTF8.self).hasPrefix("Ladies and Gentlemen of the class of '99"))
    }

    @Test("a box opens with its key and associated data alone, and no changed byte passes")
    func tamper() throws {
        let box = try SealedBox.seal([1, 2, 3], key: key, associated: [9])
        #expect(box.count == 3 + SealedBox.overhead)
        #expect(try SealedBox.open(box, key: key, associated: [9]) == [1, 2, 3])
        #expect(failure(box, key, [8]) == .cannotOpen && failure(box, BoxKey(), [9]) == .cannotOpen)
        for index in box.indices {
            var wrong = box
            wrong[index] ^= 1
            #expect(failure(wrong, key, [9]) == .cannotOpen)
            #expect(failure(Array(box.prefix(index)), key, [9]) == .cannotOpen)
        }
    }

    @Test("the same plaintext never makes the same box")
    func nonces() throws {
        let boxes = try (0..<100).map { _ in try SealedBox.seal([1], key: key, associated: []) }
        #expect(Set(boxes).count == 100)
    }

    @Test("a card opens for its thread and version only, and its size is a multiple of 1 KiB")
    func extract() throws {
        for count in [0, 1, 1022, 1023, 1024, 5000] {
            let card = [UInt8](repeating: 0x80, count: count)
            let box = try ExtractBox.seal(card, key: key, thread: thread, version: 4)
            #expect((box.count - SealedBox.overhead) % 1024 == 0 && box.count > count)
            #expect(try ExtractBox.open(box, key: key, thread: thread, version: 4) == card)
            for (thread, version) in [(thread, UInt32(3)), ([UInt8](repeating: 4, count: 16), 4)] {
                let error = refused { () throws(VaultError) in
                    try ExtractBox.open(box, key: key, thread: thread, version: version)
                }
                #expect(error == .cannotOpen)
            }
        }
    }

    @Test("counts open for their statistic and period only, and few or many are of one size")
    func counts() throws {
        let box = try CountBox.seal([1, 2], key: key, topic: "reports/activity", period: "2027-01-18")
        #expect(box.count == 256 + SealedBox.overhead)
        #expect(try CountBox.open(box, key: key, topic: "reports/activity", period: "2027-01-18") == [1, 2])
        for (topic, period) in [("reports/online", "2027-01-18"), ("reports/activity", "2027-01-25")] {
            let error = refused { () throws(VaultError) in
                try CountBox.open(box, key: key, topic: topic, period: period)
            }
            #expect(error == .cannotOpen)
        }
    }

    @Test("a card's thread is 16 bytes")
    func extractThread() {
        let error = refused { () throws(VaultError) in
            try ExtractBox.seal([], key: key, thread: [1], version: 1)
        }
        #expect(error == .malformed)
    }

    @Test("an audit entry opens for its writer and number only, and short ones are all of one size")
    func audit() throws {
        let box = try AuditBox.seal([1, 2], key: key, writer: "desk-1", number: 7)
        #expect(box.count == 540)
        #expect(try AuditBox.seal([UInt8](repeating: 1, count: 511), key: key, writer: "d", number: 1).count == 540)
        #expect(try AuditBox.open(box, key: key, writer: "desk-1", number: 7) == [1, 2])
        for (writer, number) in [("desk-1", UInt64(8)), ("desk-2", 7), ("desk", 7)] {
            let error = refused { () throws(VaultError) in
                try AuditBox.open(box, key: key, writer: writer, number: number)
            }
            #expect(error == .cannotOpen)
        }
        let error = refused { () throws(VaultError) in
            try AuditBox.seal([], key: key, writer: "a\0b", number: 1)
        }
        #expect(error == .malformed)
    }

    @Test("the audit chain's hash is the documented one")
    func chain() {
        let first = AuditChain.hash(previous: AuditChain.start, number: 1, box: Array("box".utf8))
        // Computed with another implementation of SHA-256.
        #expect(Hex.encode(first) == "ace4faa6d22ece5f5a554c590904c92e449cc4afd09c837d1777bbff7dc0aa10")
        #expect(AuditChain.hash(previous: first, number: 2, box: []) != first)
    }

    @Test("comparison tells equal from unequal")
    func constantTime() {
        #expect(ConstantTime.equal([1, 2], [1, 2]) && ConstantTime.equal([], []))
        #expect(!ConstantTime.equal([1, 2], [1, 3]) && !ConstantTime.equal([1], [1, 2]))
    }

    private func failure(_ box: [UInt8], _ key: BoxKey, _ associated: [UInt8]) -> VaultError? {
        refused { () throws(VaultError) in try SealedBox.open(box, key: key, associated: associated) }
    }
}
