/// What the store refuses for reasons of its own. Carries no value of any row.
package enum StoreError: Error, Equatable, Sendable {
    /// The row moved since it was read: somebody else's change came first.
    case conflict
    /// The queue of waiting commits is at its bound: nothing was stored.
    case full
    /// A thread holds its 255 follow-ups.
    case tooManyItems
}
