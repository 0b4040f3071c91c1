/// Whether a step may be taken, and if not, why not.
/// The one place where the table is read: pages ask it what to offer, actions ask it before they write.
package enum Workflow {
    /// What stands between an officer and a step.
    package enum Verdict: Sendable, Equatable {
        case allowed
        /// No step of this kind of report.
        case notOfThisKind
        /// The role never takes this step.
        case othersOnly(Set<Role>)
        /// The report is not where this step starts from.
        case wrongState
        /// These must come first, in the order of the table.
        case needs([Need])
    }

    /// - Parameter itemsRead: items the officer has seen, for steps that need what is new to be read first.
    package static func verdict(
        on verb: Verb, by officer: Officer, facts: CaseFacts, itemsRead: Set<Int> = []
    ) -> Verdict {
        guard let rule = facts.kind.workflow.rule(for: verb), rule.option.map(facts.options.contains) ?? true else {
            return .notOfThisKind
        }
        guard rule.roles.contains(officer.role) else { return .othersOnly(rule.roles) }
        guard rule.from.contains(facts.state) else { return .wrongState }
        let missing = rule.needs.filter { !isMet($0, of: rule, by: officer, facts: facts, itemsRead: itemsRead) }
        return missing.isEmpty ? .allowed : .needs(missing)
    }

    /// - Throws: the refusal to show. A missing second person is "not allowed"; all else is "not now".
    package static func require(
        _ verb: Verb, by officer: Officer, facts: CaseFacts, itemsRead: Set<Int> = []
    ) throws(Refusal) {
        switch verdict(on: verb, by: officer, facts: facts, itemsRead: itemsRead) {
        case .allowed: return
        case .notOfThisKind: throw .notFound
        case .othersOnly: throw .notAllowed("refusal.role")
        case .wrongState: throw .notNow("refusal.state")
        case .needs(let needs) where needs.contains(.anotherPerson): throw .notAllowed("need.another-person")
        case .needs(let needs): throw .notNow(Refusal.Reason("need.\(needs[0].rawValue)"))
        }
    }

    private static func isMet(
        _ need: Need, of rule: StepRule, by officer: Officer, facts: CaseFacts, itemsRead: Set<Int>
    ) -> Bool {
        switch need {
        case .everythingOpened: facts.isEverythingRead
        case .triage, .research, .assessment, .unlawfulView, .lawfulView, .elsewhereView, .screen, .clear, .gateway,
            .channelView, .policeView, .pursueView, .consent, .weighing:
            facts.records(need)
        case .holding: facts.holder?.person == officer.person || facts.glassRuns(of: officer.person)
        case .heldByAnother:
            facts.holder.map { $0.person != officer.person } ?? false && !facts.glassRuns(of: officer.person)
        case .glassRunning: facts.glassRuns(of: officer.person)
        case .glassToReview: facts.glasses.contains { $0.waitsForReview(by: officer.person, at: facts.lookedAt) }
        case .holdingOrSupervising:
            facts.holder.map { $0.person == officer.person || officer.role == .supervisor } ?? false
        case .unheld: facts.holder == nil
        case .anotherPerson: facts.asked(by: rule.verb).map { $0.person != officer.person } ?? false
        case .samePerson: facts.asked(by: rule.verb)?.person == officer.person
        case .changesRead:
            facts.isEverythingRead
                && facts.undecided.subtracting(facts.waiting?.itemsRead ?? []).isSubset(of: itemsRead)
        case .messagingOpen: facts.drift.lock == nil
        case .messagingLocked: facts.drift.lock != nil && facts.drift.lock != .transferred
        case .roundLeft: facts.drift.isFree
        case .threadOpen: !facts.isThreadOver
        case .messageWaits: facts.drift.waiting != nil
        case .noMessageWaits: facts.drift.waiting == nil
        case .noticeRuns: facts.noticeStart != nil
        case .noNoticeRuns: facts.noticeStart == nil
        case .reviewWaits: facts.drift.asked != nil
        case .noReviewWaits: facts.drift.asked == nil
        case .code: facts.hasCode
        case .surveyPermission: officer.compartments.contains(.survey)
        case .setAside: facts.isSetAside
        case .liveRequest: !facts.liveRequests.isEmpty
        case .disposalByAnother: facts.disposalBy.map { $0 != officer.person } ?? false
        case .lookLeft: !facts.exposure.isSpent || facts.allowedLooks.contains(officer.person)
        case .lookToAllow:
            facts.holder.map { $0.person != officer.person && !facts.allowedLooks.contains($0.person) } ?? false
        case .reviewDue: !facts.unreviewed.isEmpty && !facts.unreviewed.contains(officer.person)
        }
    }
}
