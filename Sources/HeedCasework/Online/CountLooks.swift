import HeedCore
import HeedLedger
import HeedSQL
import HeedStore

extension Desk {
    /// How often a person has decided to look, counted in the caller's transaction.
    func exposure(of person: String, in db: Connection) throws -> Exposure {
        let batch = try db.currentBatch()
        let looks = try db.looks(by: person, since: batch - Exposure.batchesOfWeek + 1, today: batch)
        return Exposure(
            today: looks.today, week: looks.all, most: settings.looksADay,
            since: Instant(seconds: Int64(calendar.close(of: batch - 1))))
    }
}

extension StepCommit {
    /// Asks the rule of a look again with what is counted in this very transaction, before the step is written: of two looks at
    /// two reports at once, one is the last of the day.
    func checkLooks(_ steps: [StepRows], in db: Connection) throws {
        for verb in Set(steps.map(\.applied.verb)) {
            guard let rule = file.kind.workflow.rule(for: verb), rule.needs.contains(.lookLeft) else { continue }
            var facts = file.facts
            facts.count(try desk.exposure(of: officer.officer.person, in: db))
            try Workflow.require(verb, by: officer.officer, facts: facts)
        }
    }
}
