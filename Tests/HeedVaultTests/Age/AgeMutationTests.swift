import HeedVault
import Testing

/// Mutated files from a seeded generator: the same 24,000 cases on every run.
@Suite("Mutated age files")
struct AgeMutationTests {
    @Test("what parses as a header is written back byte for byte")
    func canonical() throws {
        let hybrid = try SealedObject.seal([1], to: [HybridIdentity().recipient, HybridIdentity().recipient])
        let small = try AgeSealer.seal([], to: [X25519Identity().recipient, X25519Identity().recipient])
        var parsed = 0
        for (header, cases) in [(hybrid.header, 3000), (Array(small.dropLast(32)), 9000)] {
            var mutator = Mutator(seed: UInt64(cases))
            for _ in 0..<cases {
                let bytes = mutator.mutate(header)
                guard let again = try? AgeHeader(bytes) else { continue }
                #expect(again.serialised() == bytes)
                parsed += 1
            }
        }
        // A generator that never gets past the first line would prove nothing.
        #expect(parsed > 1000)
    }

    @Test("no changed file opens, and nothing but a refusal comes out")
    func neverOpens() throws {
        let identity = X25519Identity()
        let recipients = [try X25519Identity().recipient, try identity.recipient]
        let file = try AgeSealer.seal([UInt8](repeating: 7, count: 100), to: recipients)
        var mutator = Mutator(seed: 5)
        var refusals: [VaultError: Int] = [:]
        for _ in 0..<11_000 {
            let bytes = mutator.mutate(file)
            guard bytes != file else { continue }
            guard let error = refused({ () throws(VaultError) in try AgeOpener.open(bytes, with: [identity]) }) else {
                Issue.record("a changed file opened: \(Hex.encode(bytes))")
                return
            }
            refusals[error, default: 0] += 1
        }
        #expect(Set(refusals.keys) == [.malformed, .cannotOpen])
        #expect(refusals.values.allSatisfy { $0 > 1000 })
    }

    @Test("no changed hybrid object opens")
    func hybridNeverOpens() throws {
        let identity = HybridIdentity()
        let object = try SealedObject.seal([UInt8](repeating: 7, count: 100), to: [identity.recipient])
        var mutator = Mutator(seed: 6)
        for _ in 0..<1000 {
            let header = mutator.mutate(object.header)
            guard header != object.header else { continue }
            let error = refused { () throws(VaultError) in
                try SealedObject.open(header: header, payload: object.payload, with: identity)
            }
            #expect(error != nil)
        }
    }
}

/// Changes a few bytes, or cuts, repeats, moves or drops a piece, at seeded places.
private struct Mutator {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(state: seed) }

    mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...Int.random(in: 0...1, using: &generator) where !bytes.isEmpty { change(&bytes) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0...80, using: &generator))
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes[place] = Array("\n -=>/+09AZaz\r\0".utf8).randomElement(using: &generator) ?? 0
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 4: bytes.removeLast(bytes.count - place)
        case 5: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        case 6: bytes.insert(contentsOf: Array("-> grease a b\nAAAA\n".utf8), at: lineStart(near: place, bytes))
        default: bytes[place] = Array("ABCDwxyz0189+/".utf8).randomElement(using: &generator) ?? 0
        }
    }

    private func lineStart(near place: Int, _ bytes: [UInt8]) -> Int {
        (bytes[..<place].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    }
}
