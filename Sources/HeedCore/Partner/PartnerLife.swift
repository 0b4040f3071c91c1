/// How long a partner's code works, counted in batches because the store knows no finer time.
/// Ends at the latest 7 days after its first use, and 30 days after it was made if nobody used it: never later.
package struct PartnerLife: Sendable, Equatable {
    package static let used: Seconds = 7 * 86_400
    package static let unused: Seconds = 30 * 86_400

    /// Batches from the first use, and from the making.
    private let afterUse: Int
    private let afterMaking: Int

    /// - Parameter interval: seconds in a batch.
    package init(interval: Int) {
        afterUse = max(1, Int(Self.used) / max(1, interval))
        afterMaking = max(1, Int(Self.unused) / max(1, interval))
    }

    /// The last batch in which it works; that of a code that nobody used is as if it were used in `batch`.
    package func last(made: Int, firstUsed: Int?, in batch: Int) -> Int { (firstUsed ?? batch) + afterUse - 1 }

    package func isOver(made: Int, firstUsed: Int?, in batch: Int) -> Bool {
        guard let firstUsed else { return batch >= made + afterMaking }
        return batch >= firstUsed + afterUse
    }
}
