package import HeedCore
import HeedStore

/// Whether something could be put into the feedback box now and be read one day. Asked before somebody starts to type.
/// Says nothing of the report form, and that says nothing of this. An answer stands for two seconds at most.
package actor FeedbackGate {
    private let intake: Intake
    private let disk: @Sendable (String) -> Int64?
    private var answer: (refusal: Refusal?, since: Instant)?
    private var asking: Task<Refusal?, Never>?

    package init(_ intake: Intake, freeBytes: @escaping @Sendable (String) -> Int64? = { FreeDisk.bytes(at: $0) }) {
        self.intake = intake
        disk = freeBytes
    }

    /// - Returns: `closed` or `notNow(.feedbackFull)`; nil while it is open.
    package func refusal() async -> Refusal? {
        let now = intake.clock.now()
        if let answer, (0..<intake.settings.gateLifetime).contains(now - answer.since) { return answer.refusal }
        if let asking { return await asking.value }
        let task = Task { await ask() }
        asking = task
        let refusal = await task.value
        asking = nil
        answer = (refusal, now)
        return refusal
    }

    private func ask() async -> Refusal? {
        let intake = intake
        guard intake.keys.hasKey(for: .feedback) else { return .closed("closed.keys") }
        if let directory = intake.settings.dataDirectory {
            guard let free = disk(directory), free >= intake.settings.diskReserve else { return .closed("closed.disk") }
        }
        do throws(Refusal) {
            guard try await intake.isHeld(.feedback) else { return .closed("closed.officers") }
            let unread = try await intake.look { db in try db.unreadFeedback() }
            return unread < Feedback.most ? nil : .notNow(.feedbackFull)
        } catch {
            return error
        }
    }
}
