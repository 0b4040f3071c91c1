package import HeedCore

/// What became of a step: it is durable when this exists.
package struct TakenStep: Sendable, Equatable {
    package let thread: RecordID
    /// The number of its last statement.
    package let number: Int
    package let state: CaseState
}
