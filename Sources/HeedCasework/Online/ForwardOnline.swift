package import HeedCore

/// Records that something online was given to the national unit. Nothing is sent by this step itself.
package struct ForwardOnline: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, forwarding: Forwarding) async throws -> TakenStep {
        guard forwarding.to == .nationalUnit else { throw Refusal.notNow("refusal.outcome") }
        try Problems.refuse(forwarding.problems)
        return try await TakeStep(desk: desk).perform(form, StepDraft(.forwarded, body: .forwarding(forwarding)))
    }
}
