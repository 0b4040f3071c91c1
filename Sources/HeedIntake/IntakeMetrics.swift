import CoreMetrics
import HeedCore

/// What taking reports in counts, under fixed names. No label ever comes from a request.
enum IntakeMetrics: String, CaseIterable {
    /// Items acknowledged for the first time.
    case acknowledged = "heed_reports_acknowledged"
    /// Sends that had been received before.
    case repeated = "heed_reports_repeated"
    /// Sends answered with "nothing was stored".
    case notStored = "heed_reports_not_stored"
    /// Codes looked up, known or not: the two are not told apart.
    case lookups = "heed_code_lookups"
    /// Look-ups that had to wait because many had found nothing. One figure for everybody.
    case lookupsDelayed = "heed_code_lookups_delayed"
    /// Replies in the store that did not verify and were not shown.
    case repliesRefused = "heed_replies_refused"

    private static let counters = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, Counter(label: $0.rawValue)) })
    private static let formsOpen = Dictionary(
        uniqueKeysWithValues: ReportKind.allCases.map { kind in
            (kind, Gauge(label: "heed_form_open", dimensions: [("kind", kind.rawValue)]))
        })

    static func count(_ metric: IntakeMetrics) { counters[metric]?.increment() }

    /// 1 while the form of a kind is open, 0 while it is not.
    static func show(formOpen isOpen: Bool, for kind: ReportKind) { formsOpen[kind]?.record(isOpen ? 1 : 0) }
}
