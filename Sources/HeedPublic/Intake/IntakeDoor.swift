package import HeedCore
package import HeedVault

/// Everything the public site can do to the store: four actions, as values.
/// Pages know nothing else of it, so that a page test needs no database. `IntakeDoor+Intake` binds it to the real one.
package struct IntakeDoor: Sendable {
    /// Why no report of a kind can be taken just now; nil while the form is open.
    package var gate: @Sendable (ReportKind) async -> Refusal?
    /// Returns only once the report is durable.
    /// `Refusal` says that nothing was stored; any other error, that it is unknown.
    package var submit: @Sendable (OutgoingReport) async throws -> ReportReceipt
    /// `Refusal.notFound` for a code that was never used and for one whose thread is erased, in the same time.
    package var mailbox: @Sendable (ReporterCode) async throws -> MailboxView
    /// Returns only once the words are durable. The same words sent again count once.
    package var addFollowUp: @Sendable (ReporterCode, OutgoingMessage) async throws -> Void
    /// What people think of the site: a door of its own.
    package var feedback = FeedbackDoor.closed
    /// What partner agencies are asked: a door of its own too.
    package var partner = PartnerDoor.closed

    package init(
        gate: @escaping @Sendable (ReportKind) async -> Refusal?,
        submit: @escaping @Sendable (OutgoingReport) async throws -> ReportReceipt,
        mailbox: @escaping @Sendable (ReporterCode) async throws -> MailboxView,
        addFollowUp: @escaping @Sendable (ReporterCode, OutgoingMessage) async throws -> Void
    ) {
        self.gate = gate
        self.submit = submit
        self.mailbox = mailbox
        self.addFollowUp = addFollowUp
    }
}
