package import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore

/// Takes a request to a partner back: its words and what finds it are erased with the step, so that its code is one that
/// never was. Answers that came stay. Anybody of the team may, at any time: a code in wrong hands waits for no holder.
package struct WithdrawRequest: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, request: RecordID?, reason: String) async throws -> TakenStep {
        var problems: [FieldProblem] = []
        if request == nil {
            problems.append(FieldProblem(field: "partner_request", key: "problem.partner_request.empty"))
        }
        if AnswerCheck.isBlank(reason) { problems.append(FieldProblem(field: "reason", key: "problem.reason.empty")) }
        guard problems.isEmpty, let request else { throw Refusal.notValid(problems) }
        let desk = desk
        var draft = StepDraft(.partnerWithdrawn) { file in
            guard file.facts.liveRequests.contains(request) else { throw Refusal.conflict }
            return .requestEnded(request: request, reason: reason)
        }
        draft.also = ExtraRows { file, officer, _ in
            let (audit, username, now) = (desk.audit, officer.officer.username, desk.clock.now())
            return { db in
                try db.erasePartnerRequest(request.bytes, of: file.thread.bytes)
                audit.append(.partnerRequestErased, by: username, on: file.thread.hex, at: now, in: db)
            }
        }
        return try await TakeStep(desk: desk).perform(form, draft)
    }
}
