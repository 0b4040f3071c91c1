import HeedCore

/// Opens an item for the first time: a signed step of its own, after which its words may be read.
/// Whoever opens a report holds it, if nobody does. The alarm bit goes and the `opened` leaf is written with it.
/// - Throws: `Refusal.conflict` where somebody else opened it a moment before.
package struct OpenReport: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, item: Int = 0) async throws -> TakenStep {
        let taken = try await TakeStep(desk: desk).perform(form, StepDraft(.opened, item: item))
        // The alarm goes now, not at the next look. The step is done: a failed look changes nothing about it.
        try? await desk.watchdog.look()
        return taken
    }
}
