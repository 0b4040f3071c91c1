import FoundationEssentials
package import HeedCore
import HeedStore
import HeedVault

/// Puts what somebody thinks of the site into the feedback box: sealed, then durable, then acknowledged.
///
/// Has a small queue of its own and a box of 500 unread, so that a flood of it is answered "full" and delays no report.
/// Looks at no address. The same words of the same form count once while they are unread.
package struct SendFeedback: Sendable {
    let intake: Intake

    package init(_ intake: Intake) { self.intake = intake }

    /// - Parameter form: random, made with the form; kept nowhere.
    /// - Throws: `notValid`, `tooMany` for a moment's crowd, `notNow(.feedbackFull)`, `closed`. In every case nothing was stored.
    package func perform(_ feedback: Feedback, form: RecordID) async throws(Refusal) {
        let problems = feedback.problems
        guard problems.isEmpty else { throw .notValid(problems) }
        guard intake.keys.hasKey(for: .feedback) else { throw .closed("closed.keys") }
        let row = try intake.refusing { try seal(feedback, form) }
        do {
            try await intake.feedbackCommits.commit { db in
                guard try !db.holdsFeedback(row.id) else { return }
                guard try db.unreadFeedback() < Feedback.most else { throw Refusal.notNow(.feedbackFull) }
                var row = row
                row.batch = try db.currentBatch()
                try db.insert(row)
            }
        } catch {
            throw intake.refusal(for: error)
        }
    }

    private func seal(_ feedback: Feedback, _ form: RecordID) throws -> FeedbackRow {
        let id = Self.id(of: feedback, form)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let meta = FeedbackMeta(id: id, found: feedback.found, language: feedback.language)
        let content = SealedContent(meta: [UInt8](try encoder.encode(meta)), content: Array(feedback.words.utf8))
        let sealed = try SealedObject.seal(
            content.encode(.text), to: intake.keys.recipients(of: .feedback))
        return FeedbackRow(
            id: id.bytes, batch: 0, epoch: intake.keys.epoch(of: .feedback), file: sealed.header + sealed.payload)
    }

    /// Of the words and the form's random number: whoever has the store cannot tell the words from it.
    static func id(of feedback: Feedback, _ form: RecordID) -> RecordID {
        let found = feedback.found?.rawValue ?? ""
        let text = Array("heed/v1/feedback\0".utf8) + form.bytes + Array("\(found)\0".utf8) + Array(feedback.words.utf8)
        return RecordID(bytes: Array(Digest.sha256(text).prefix(RecordID.size)))!
    }
}

extension Refusal.Reason {
    /// The feedback box holds all that it may: somebody has to read it first.
    package static let feedbackFull: Refusal.Reason = "feedback.full"
}
