/// Counts what one report adds to the statistics of a year, from the steps that were recorded in it.
///
/// Each step counts in the year in which it was recorded, whatever day it speaks of: once, and in no year that was counted
/// before it was there.
package struct YearTally: Sendable, Equatable {
    /// Added to each part of each topic.
    package private(set) var counts: [BoardTopic: [String: Int]] = [:]

    /// What an officer answered, by whether anything was done: the parts of `BoardTopic.differently`.
    /// How often nobody answered is not counted: it would bound the rest by what else is published.
    package static let answers = ["action", "none"].flatMap { band in
        TriageAssessment.Differently.allCases.map { "\(band)-\($0.rawValue)" }
    }

    /// - Parameter steps: all steps of a report, in their order.
    package init(_ kind: ReportKind, _ steps: [CaseStep], from start: Instant, until end: Instant) {
        var (booked, answer): (String?, TriageAssessment.Differently?)
        for step in steps {
            let counts = start <= step.time && step.time < end
            switch (step.verb, step.body) {
            case (.booked, .record(let record)): booked = record.text("activity")
            case (.triaged, .triage(let assessment)): answer = assessment.differently
            case (.held, .record(let record)) where counts && kind == .engagement:
                add(record, by: record.text("audience"), .engagements, .engaged)
            case (.held, .record(let record)) where counts && kind == .protect:
                add(record, by: booked ?? "", .visits, .visited)
            case (.decided, _) where counts && kind == .activity: add(answer, "action")
            case (.confirmed, _) where counts && kind == .activity: add(answer, "none")
            default: break
            }
        }
    }

    private mutating func add(_ record: StepRecord, by part: String, _ held: BoardTopic, _ people: BoardTopic) {
        counts[held, default: [:]][part, default: 0] += 1
        counts[people, default: [:]][part, default: 0] += Int(record.text("attended")) ?? 0
    }

    private mutating func add(_ answer: TriageAssessment.Differently?, _ band: String) {
        guard let answer else { return }
        counts[.differently, default: [:]]["\(band)-\(answer.rawValue)", default: 0] += 1
    }
}
