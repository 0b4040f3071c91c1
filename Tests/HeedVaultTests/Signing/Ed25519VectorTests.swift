import Foundation
import HeedVault
import Testing

@Suite("Published Ed25519 edge cases")
struct Ed25519VectorTests {
    static let folder = VectorFolder("ed25519")

    /// What makes the vault refuse; every other edge case of the vectors is accepted.
    static let refusedFlags: Set<String> = ["low_order_A", "non_canonical_A", "non_canonical_R", "low_order_residue"]

    struct Vector: Decodable {
        let number: Int
        let key: String
        let sig: String
        let msg: String
        let flags: [String]?
    }

    @Test(
        "each case is accepted or refused by the recorded rule",
        .enabled(if: folder.isThere, "no ../shared/vectors/ed25519 beside the package"))
    func everyVector() throws {
        let vectors = try JSONDecoder().decode([Vector].self, from: Data(Self.folder.bytes("ed25519vectors.json")))
        var accepted = 0
        for vector in vectors {
            let key = try? VerifyKey(Hex.decode(vector.key))
            let isAccepted = key?.accepts(try Hex.decode(vector.sig), for: Array(vector.msg.utf8)) ?? false
            #expect(isAccepted == Self.refusedFlags.isDisjoint(with: vector.flags ?? []), "number \(vector.number)")
            accepted += isAccepted ? 1 : 0
        }
        #expect(vectors.count == 914 && accepted == 86)
        print("Ed25519 vectors: \(vectors.count) run, \(accepted) accepted")
    }
}
