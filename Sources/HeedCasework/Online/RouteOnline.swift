package import HeedCore

/// Ends what is no terrorism: it was given to whoever it belongs to. Decides every item that was opened.
package struct RouteOnline: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, forwarding: Forwarding) async throws -> TakenStep {
        guard forwarding.to != .nationalUnit else { throw Refusal.notNow("refusal.outcome") }
        try Problems.refuse(forwarding.problems)
        return try await TakeStep(desk: desk).perform(form, StepDraft(.routed, body: .forwarding(forwarding)))
    }
}
