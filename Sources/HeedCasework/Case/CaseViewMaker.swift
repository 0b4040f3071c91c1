import HeedCore
import HeedStore

/// Makes the page's view of an opened file for one officer.
struct CaseViewMaker {
    let file: CaseFile
    let officer: Officer
    let held: Set<Compartment>
    let itemsRead: Set<Int>
    let warnings: Set<CaseWarning>
    let desk: Desk
    /// Only where the page shows it.
    var before: [ReportedBefore] = []

    func view() -> CaseView {
        let shown = file.items.filter { !file.facts.unopened.contains($0.number) }
        let read = itemsRead.union(shown.map(\.number))
        let verdicts = Verb.allCases.map { verb in
            (verb, Workflow.verdict(on: verb, by: officer, facts: file.facts, itemsRead: read))
        }
        return CaseView(
            thread: file.thread, kind: file.kind, compartment: file.compartment, version: file.facts.lastStep,
            facts: file.facts,
            cues: file.cues, lane: file.report.signals, channel: file.report.channel,
            contactMode: Self.contactMode(of: shown), replies: file.replies, messagesUntil: file.messagesUntil,
            items: shown.map(item), steps: file.steps,
            partners: file.partnersAsked(life: desk.partnerLife), before: before, times: file.times,
            clocks: desk.settings.clocks.running(
                for: file.kind, in: file.facts.state, times: file.times, isUrgent: file.cues.isUrgent),
            warnings: file.warnings.union(warnings), triage: file.triage,
            gist: file.gist.text, priority: file.gist.priority,
            verdicts: Dictionary(uniqueKeysWithValues: verdicts), changedSinceWaiting: changed,
            batch: file.rows.currentBatch, held: held)
    }

    /// What the opened items say of a way back to the reporter: details given with any of them, else what the last says.
    private static func contactMode(of items: [CaseItem]) -> ContactMode {
        let modes = items.filter { $0.number == 0 || $0.meta.contact != nil }.map(\.meta.contactMode)
        return modes.contains(.details) ? .details : modes.contains(.code) ? .code : .none
    }

    private var changed: Set<Int> {
        guard let waiting = file.facts.waiting else { return [] }
        return file.facts.undecided.union(file.facts.unopened).subtracting(waiting.itemsRead).subtracting(itemsRead)
    }

    private func item(_ item: CaseItem) -> CaseView.Item {
        var answers = Answers(file.kind)
        for (name, values) in item.meta.fields { answers[name] = values }
        if item.number == 0 { answers["narrative"] = [item.text.value] }
        let marks = officerMarks(of: item.number)
        var shown = answers.inFormOrder.map { question, values in
            CaseView.MarkedAnswer(
                question: question, values: Redacted(values),
                mark: marks[question.name] ?? Marks.mark(of: question, in: answers),
                isMarkedByOfficer: marks[question.name] != nil)
        }
        if item.number > 0, let narrative = file.kind.form.question("narrative") {
            shown.insert(
                CaseView.MarkedAnswer(
                    question: narrative, values: Redacted([item.text.value]), mark: marks["narrative"],
                    isMarkedByOfficer: marks["narrative"] != nil), at: 0)
        }
        return CaseView.Item(
            number: item.number, time: item.meta.time, language: item.meta.language, sender: item.sender,
            signals: item.meta.signals, answers: shown,
            isDecided: file.rows.items.contains { $0.item == item.number && $0.status == .decided })
    }

    private func officerMarks(of item: Int) -> [String: Mark] {
        file.steps.reduce(into: [:]) { marks, step in
            if step.step.item == item, case .mark(let field, let mark) = step.step.body { marks[field] = mark }
        }
    }
}
