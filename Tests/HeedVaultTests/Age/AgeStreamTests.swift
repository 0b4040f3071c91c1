import HeedVault
import Testing

@Suite("Age files in pieces")
struct AgeStreamTests {
    let identity = X25519Identity()

    @Test("pieces of any size going in and coming out give the same bytes")
    func pieces() throws {
        var generator = SeededGenerator(state: 11)
        for _ in 0..<30 {
            let plaintext = generator.bytes(Int.random(in: 0...200_000, using: &generator))
            var sealer = try AgeSealer(to: [identity.recipient])
            var file: [UInt8] = []
            for piece in cut(plaintext, &generator) { file += try sealer.update(piece) }
            file += try sealer.finish()
            var opener = AgeOpener(with: [identity])
            var opened: [UInt8] = []
            for piece in cut(file, &generator) { opened += try opener.update(piece) }
            opened += try opener.finish()
            #expect(opened == plaintext)
        }
    }

    @Test("sealing holds back at most one chunk, opening at most one sealed chunk")
    func bounded() throws {
        var sealer = try AgeSealer(to: [identity.recipient])
        var file: [UInt8] = []
        for round in 1...10 {
            file += try sealer.update([UInt8](repeating: 1, count: 50_000))
            #expect(file.count > round * 50_000 - 65_536)
        }
        file += try sealer.finish()
        var opener = AgeOpener(with: [identity])
        var given = 0
        for start in stride(from: 0, to: file.count, by: 50_000) {
            given += try opener.update(Array(file[start..<min(start + 50_000, file.count)])).count
            #expect(given > start + 50_000 - 65_552 - 16 * 10 - 400 || start + 50_000 > file.count)
        }
        #expect(given + (try opener.finish().count) == 500_000)
    }

    @Test("a file that stops early anywhere gives no end, though its chunks were good")
    func stopsEarly() throws {
        let file = try AgeSealer.seal([UInt8](repeating: 5, count: 70_000), to: [identity.recipient])
        for count in stride(from: 0, to: file.count, by: 997) {
            var opener = AgeOpener(with: [identity])
            let error = refused { () throws(VaultError) in
                _ = try opener.update(Array(file.prefix(count)))
                return try opener.finish()
            }
            #expect(error != nil, "\(count) bytes")
        }
    }

    @Test("a header without an end is refused at its limit, not collected for ever")
    func endless() {
        var opener = AgeOpener(with: [identity])
        let line = Array("-> grease \(String(repeating: "x", count: 1000))\n\n".utf8)
        let start = Array("age-encryption.org/v1\n".utf8)
        let error = refused { () throws(VaultError) in
            _ = try opener.update(start)
            for _ in 0..<1000 { _ = try opener.update(line) }
        }
        #expect(error == .malformed)
    }

    @Test("no two files are alike, though content and recipient are")
    func fresh() throws {
        let files = try (0..<50).map { _ in try AgeSealer.seal([1], to: [identity.recipient]) }
        #expect(Set(files).count == 50 && Set(files.map { $0.suffix(33) }).count == 50)
    }

    private func cut(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Int.random(in: 0...90_000, using: &generator))
            pieces.append(Array(bytes[start..<end]))
            start = end
        }
        return pieces
    }
}
