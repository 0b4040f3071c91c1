/// What a member of staff is here to do.
/// Decides which compartments a certificate may name and which steps a person may take; nothing else decides that.
package enum Role: String, CaseIterable, Sendable, Codable {
    case officer
    case supervisor
    case callTaker = "call-taker"
    case prevent
    case protect
    case administrator
    case auditor
    case communications

    /// The compartments whose keys people of this role hold. Administrators and call-takers open nothing.
    package var compartments: Set<Compartment> {
        switch self {
        case .officer: [.activity, .online]
        case .supervisor: [.activity, .online, .source]
        case .prevent: [.prevent]
        case .protect: [.protect]
        case .auditor: [.audit]
        case .communications: [.feedback]
        case .callTaker, .administrator: []
        }
    }

    /// Compartments that a certificate of this role may name beside those, each a permission that two registrars give one
    /// person. Nobody has them for the role alone.
    package var permissions: Set<Compartment> { self == .protect ? [.survey] : [] }

    /// The pages of the desk that exist for this role. What is not listed is not there: no page, no link, no count.
    package var areas: Set<DeskArea> {
        switch self {
        case .officer: [.queue, .report, .search, .watch, .contact, .message, .glass]
        case .supervisor: [.queue, .report, .search, .watch, .toSign, .board, .contact, .message, .glass, .duty]
        case .callTaker: [.call]
        case .auditor: [.audit]
        case .administrator: [.health, .staff, .duty]
        case .communications: [.notices, .feedback]
        case .prevent: [.queue, .report, .search, .watch, .toSign, .board, .contact, .message, .glass]
        case .protect: [.queue, .report, .search, .watch, .toSign, .board, .contact, .message, .glass, .survey]
        }
    }
}

/// A part of the desk that a role has or has not.
package enum DeskArea: String, CaseIterable, Sendable {
    case queue, report, search, watch, toSign = "to-sign", contact, message, call, audit, health
    case notices, feedback, survey, board, staff, glass, duty
}
