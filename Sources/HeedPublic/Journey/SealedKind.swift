import HeedCore

/// Which kind of form a sealed state belongs to: the byte after the version. One kind never opens as another.
/// Append-only: a form that was handed out yesterday comes back today.
enum SealedKind: UInt8 {
    case activity = 1
    case mailbox = 2
    case feedback = 3
    case online = 4
    case prevent = 5
    case protect = 6
    case engagement = 7
    case general = 8
    case partner = 9

    static let version: UInt8 = 1

    init(_ kind: ReportKind) {
        switch kind {
        case .activity: self = .activity
        case .online: self = .online
        case .prevent: self = .prevent
        case .protect: self = .protect
        case .engagement: self = .engagement
        case .general: self = .general
        }
    }

    /// The kind of report that the form is for; nil for a form that is none.
    var report: ReportKind? {
        switch self {
        case .activity: .activity
        case .online: .online
        case .prevent: .prevent
        case .protect: .protect
        case .engagement: .engagement
        case .general: .general
        case .mailbox, .feedback, .partner: nil
        }
    }
}
