import HeedVault
import Testing

@Suite("Published age vectors")
struct AgeVectorTests {
    static let folder = VectorFolder("age")

    @Test(
        "every vector without armour has its published outcome, whole and in pieces",
        .enabled(if: folder.isThere, "no ../shared/vectors/age beside the package"))
    func everyVector() throws {
        var passed = 0
        var armoured = 0
        for name in try Self.folder.names() {
            if name.hasPrefix("armor_") {
                armoured += 1
                continue
            }
            let vector = try AgeVector(try Self.folder.bytes(name))
            for pieces in [1 << 30, 70_001, 17] where pieces > 17 || vector.file.count < 100_000 {
                let outcome = vector.outcome(pieces: pieces)
                #expect(outcome.error == Self.error(for: vector.expected), "\(name) in pieces of \(pieces)")
                if outcome.error == nil { #expect(outcome.payload == vector.payload, "\(name)") }
            }
            passed += 1
        }
        #expect(passed == 110)
        print("age vectors: \(passed) run, \(armoured) with armour left out")
    }

    /// Success is no error; a header that breaks the format is told apart, all else is one refusal.
    private static func error(for expected: String) -> VaultError? {
        switch expected {
        case "success": nil
        case "header failure": .malformed
        default: .cannotOpen
        }
    }
}
