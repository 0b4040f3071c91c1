package import HeedCore

/// A report that no unlocked session has carded yet: known to exist, and whether it rings.
package struct UncardedRow: Sendable, Equatable {
    package let thread: RecordID
    package let compartment: Compartment
    package let wake: Bool

    /// Where it is listed and counted until somebody's session has read it.
    package var group: QueueGroup { wake ? .alarm : .unopened }
}
