package import HeedCore
import HeedLedger
import HeedStore

/// One thread, opened: what was said, what was done, and what follows from it.
/// Made anew for every request from sealed objects and verified signatures; nothing in clear decides a rule.
package struct CaseFile: Sendable {
    package let thread: RecordID
    package let items: [CaseItem]
    /// What partners have sent, oldest first.
    package let answers: [PartnerReply]
    /// Steps that verify, in order.
    package let steps: [OpenedStep]
    package let facts: CaseFacts
    package let times: CaseTimes
    package let warnings: Set<CaseWarning>
    let rows: CaseRows
    let ledgerKey: LedgerKey

    /// The report itself.
    package var report: ReportMeta { items[0].meta }

    package var kind: ReportKind { report.kind }

    package var compartment: Compartment { kind.compartment }

    /// Signs from every item: one that comes later raises, none lowers.
    package var cues: Cues { items.reduce(into: []) { $0.formUnion(Cues(rawValue: $1.meta.cues)) } }

    /// What the last assessment says.
    package var triage: TriageAssessment? {
        for step in steps.reversed() {
            if case .triage(let assessment) = step.step.body { return assessment }
        }
        return nil
    }

    /// What lists show instead of the reporter's words: an officer's line, and how soon.
    var gist: CaseGist { CaseGist(of: steps.map(\.step.body)) }

    /// The step that waits for a second person to take this one.
    func asked(by verb: Verb) -> OpenedStep? {
        facts.asked(by: verb).flatMap { waiting in steps.first { $0.step.number == waiting.number } }
    }

    /// When the reporter may no longer be written to.
    var messagesUntil: Instant { report.time + facts.drift.rules.openFor }

    /// What came from the reporter after the first round went out.
    var replies: Int {
        guard let sent = steps.first(where: { [.messaged, .messageSigned].contains($0.step.verb) }) else { return 0 }
        return items.count { $0.number > 0 && $0.meta.time > sent.step.time }
    }

    /// Whether steps can be trusted to be all there: without that, none is added.
    var isWhole: Bool {
        !warnings.contains { warning in
            switch warning {
            case .stepUnproven, .stepsMissing, .itemUnreadable: true
            case .receivedLeafMissing, .contactReplaced, .replyKeyReplaced, .answerUnreadable: false
            }
        }
    }
}
