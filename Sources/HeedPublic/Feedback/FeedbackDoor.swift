package import HeedCore

/// What the page of feedback can do to the store. Apart from reports: neither knows of the other.
package struct FeedbackDoor: Sendable {
    /// Why nothing can be put into the box just now; nil while it is open.
    package var gate: @Sendable () async -> Refusal?
    /// Returns only once the words are durable. The same words of the same form count once.
    /// `Refusal` says that nothing was stored; any other error, that it is unknown.
    package var send: @Sendable (Feedback, _ form: RecordID) async throws -> Void

    package init(
        gate: @escaping @Sendable () async -> Refusal?,
        send: @escaping @Sendable (Feedback, _ form: RecordID) async throws -> Void
    ) {
        self.gate = gate
        self.send = send
    }

    /// There is no box.
    package static let closed = FeedbackDoor(
        gate: { .closed("closed.keys") }, send: { _, _ in throw Refusal.closed("closed.keys") })
}
