package import HeedCore
import HeedLedger
import HeedStore

/// One request to a partner as the report's page shows it.
package struct PartnerAsked: Sendable {
    package let request: RecordID
    package let record: HeedCore.StepRecord
    package let time: Instant
    package let standing: Standing
    package let answers: [Answer]

    package enum Standing: String, CaseIterable, Sendable {
        /// Nobody has used the code.
        case unused
        /// The code was used; no answer has come.
        case seen
        case answered
        /// Its time ran out.
        case over
        case withdrawn
    }

    /// An answer; its words only once somebody has read it.
    package struct Answer: Sendable {
        package let id: RecordID
        package let time: Instant
        package let read: PartnerReply?
    }
}

extension Desk {
    var partnerLife: PartnerLife { PartnerLife(interval: calendar.interval) }
}

extension CaseFile {
    /// All requests, oldest first.
    func partnersAsked(life: PartnerLife) -> [PartnerAsked] {
        steps.compactMap { step -> PartnerAsked? in
            guard case .asked(let asking) = step.step.body else { return nil }
            return PartnerAsked(
                request: asking.request, record: asking.record, time: step.step.time,
                standing: standing(of: asking.request, life),
                answers: answers.filter { $0.request == asking.request }.map { reply in
                    PartnerAsked.Answer(
                        id: reply.id, time: reply.time, read: facts.unreadAnswers.contains(reply.id) ? nil : reply)
                })
        }
    }

    private func standing(of request: RecordID, _ life: PartnerLife) -> PartnerAsked.Standing {
        guard facts.liveRequests.contains(request),
            let row = rows.requests.first(where: { $0.id == request.bytes })
        else { return .withdrawn }
        if life.isOver(made: row.batch, firstUsed: row.firstBatch, in: rows.currentBatch) { return .over }
        if answers.contains(where: { $0.request == request }) { return .answered }
        return row.firstBatch == nil ? .unused : .seen
    }
}
