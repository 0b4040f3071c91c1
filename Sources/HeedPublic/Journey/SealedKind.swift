import HeedCore

/// Which kind of form a sealed state belongs to: the byte after the version. One kind never opens as another.
/// Append-only: a form that was handed out yesterday comes back today.
enum SealedKind: UInt8 {
    case activity = 1
    case mailbox = 2
    case feedback = 3
    case online = 4

    static let version: UInt8 = 1

    init(_ kind: ReportKind) {
        switch kind {
        case .activity: self = .activity
        case .online: self = .online
        }
    }

    /// The kind of report that the form is for; nil for a form that is none.
    var report: ReportKind? {
        switch self {
        case .activity: .activity
        case .online: .online
        case .mailbox, .feedback: nil
        }
    }
}
