/// One of the statistics that are kept of periods which are over: what is counted, and whose keys open it.
/// Append-only: names and layouts are what stored counts are read by.
package enum BoardTopic: Hashable, Sendable {
    /// Where the reports of a kind that came in a week stood when the week ended.
    case reports(ReportKind)

    /// As stored.
    package var name: String {
        switch self {
        case .reports(let kind): "reports/\(kind.rawValue)"
        }
    }

    package var layout: BoardLayout {
        switch self {
        case .reports: .reports
        }
    }

    package var compartment: Compartment {
        switch self {
        case .reports(let kind): kind.compartment
        }
    }
}
