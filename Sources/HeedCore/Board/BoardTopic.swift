/// One of the statistics that are kept of periods which are over: what is counted, of which kind, and whose keys open it.
/// Append-only: names and layouts are what stored counts are read by.
package enum BoardTopic: Hashable, Sendable {
    /// By week: where the reports of a kind that came in it stood when it ended.
    case reports(ReportKind)
    /// By year: what the Prevent team held, by kind of group, and how many came.
    case engagements, engaged
    /// By year: what advisors held, by what it was, and how many came.
    case visits, visited
    /// By year: what officers answered when asked whether a report would seem suspicious if the person looked different, by
    /// whether anything was done. Nothing of anybody: no word for what they looked like exists.
    case differently

    /// As stored.
    package var name: String {
        switch self {
        case .reports(let kind): "reports/\(kind.rawValue)"
        case .engagements: "engagements"
        case .engaged: "engaged"
        case .visits: "visits"
        case .visited: "visited"
        case .differently: "differently"
        }
    }

    /// Those that are counted by the year.
    package static let yearly: [BoardTopic] = [.engagements, .engaged, .visits, .visited, .differently]

    /// The kind of report that it counts.
    package var kind: ReportKind {
        switch self {
        case .reports(let kind): kind
        case .engagements, .engaged: .engagement
        case .visits, .visited: .protect
        case .differently: .activity
        }
    }

    package var layout: BoardLayout {
        switch self {
        case .reports: .reports
        case .engagements, .engaged: BoardLayout(parts: EngagementForm.groups, sums: [])!
        case .visits, .visited: BoardLayout(parts: ProtectWorkflow.activities, sums: [])!
        case .differently: BoardLayout(parts: YearTally.answers, sums: [])!
        }
    }

    package var compartment: Compartment { kind.compartment }
}
