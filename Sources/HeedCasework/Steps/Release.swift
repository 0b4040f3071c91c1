package import HeedCore
import HeedLedger

/// Whether an action may be carried out: asked anew each time, of the signatures themselves.
/// A stored state proves nothing; two persons' grave signatures do, over a research record and the same proposal.
package struct Release: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// The authorised proposal.
    /// - Throws: `Refusal.notNow("refusal.not-authorised")` unless two persons signed it and it has not been answered
    ///   otherwise since; `Refusal.notNow("refusal.expired")` after the hours it was authorised for.
    package func verify(session: String, thread: RecordID) async throws -> Released {
        let file = try await desk.asOfficer(session) { officer, _ in try await desk.load(thread, as: officer) }
        guard file.isWhole, file.facts.state == .authorised,
            let consent = file.steps.last(where: { [.authorised, .ratified].contains($0.step.verb) }),
            case .answer(let number, let digest, _) = consent.step.body,
            let asked = file.steps.first(where: { $0.step.number == number }),
            asked.digest == digest, asked.step.person != consent.step.person
        else { throw Refusal.notNow("refusal.not-authorised") }
        try Self.check(asked, file, desk.trust.manifest)
        try Self.check(consent, file, desk.trust.manifest)
        guard case .proposal(let proposal) = asked.step.body else { throw Refusal.notNow("refusal.not-authorised") }
        let until = consent.step.time + Seconds(proposal.validHours) * 3_600
        guard desk.clock.now() < until else { throw Refusal.notNow("refusal.expired") }
        return Released(
            proposal: proposal, proposer: asked.step.person, authoriser: consent.step.person, until: until)
    }

    /// The waiting statement's own signature, checked before a second one is put to it.
    static func checkProposal(answeredBy verb: Verb, in file: CaseFile, manifest: Manifest) throws {
        guard let waiting = file.asked(by: verb) else { throw Refusal.notNow("refusal.state") }
        try check(waiting, file, manifest)
    }

    private static func check(_ step: OpenedStep, _ file: CaseFile, _ manifest: Manifest) throws {
        guard let rule = file.kind.workflow.rule(for: step.step.verb) else {
            throw Refusal.notNow("refusal.not-authorised")
        }
        do {
            try step.record.step.verify(
                thread: ThreadHandle(ledgerKey: file.ledgerKey), item: step.step.item, record: step.record.text,
                needs: rule.requirement, certificates: [step.certificate], manifest: manifest)
        } catch {
            throw Refusal.notNow("refusal.not-authorised")
        }
    }
}
