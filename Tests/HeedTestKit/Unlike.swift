/// Accounts that no two of which have anything in common, so that nothing folds them.
package enum Unlike {
    /// - Returns: eight made-up words, the same for the same number.
    package static func words(_ number: Int) -> String {
        var generator = SeededGenerator(seed: UInt64(number) &+ 1_000_003)
        let syllables = [
            "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va",
        ]
        return (0..<8).map { _ in (0..<3).map { _ in syllables.randomElement(using: &generator)! }.joined() }
            .joined(separator: " ")
    }
}
