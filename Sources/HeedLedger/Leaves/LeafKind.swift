/// What a leaf says about an item. Nothing else is ever a leaf.
package enum LeafKind: UInt8, Hashable, Sendable, CaseIterable {
    /// Padding: no item stands behind it.
    case dummy = 0
    /// The item is stored and was acknowledged.
    case received = 1
    /// A named person opened it.
    case opened = 2
    /// A named person decided on it.
    case decided = 3
}
