import HeedCore

/// An officer's line for lists, and how soon: as the last assessment of whatever kind says.
struct CaseGist: Sendable, Equatable {
    private(set) var text = ""
    private(set) var priority: TriageAssessment.Priority?

    init(of bodies: some Sequence<StepBody>) { for body in bodies { take(body) } }

    mutating func take(_ body: StepBody) {
        switch body {
        case .triage(let assessment): (text, priority) = (assessment.gist, assessment.priority)
        case .assessment(let assessment): (text, priority) = (assessment.gist, assessment.priority)
        case .record(let record):
            if let gist = record[RecordField.gist.name].first { text = gist }
            let said = record.text(RecordField.priority.name)
            if let said = TriageAssessment.Priority(rawValue: said) { priority = said }
        default: break
        }
    }
}
