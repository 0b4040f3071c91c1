import HeedCore

/// The addresses of the public site that are no pages of guidance, each without the prefix of its language.
/// Pages of guidance are at `/` and the name of their file.
enum Route: String, CaseIterable {
    case home = "/"
    case report = "/report"
    /// Something online.
    case material = "/material"
    /// A person somebody is worried about.
    case concern = "/concern"
    /// Advice on keeping a place, an event or oneself safe.
    case advice = "/advice"
    /// The local Prevent team.
    case invite = "/invite"
    case question = "/question"
    case mailbox = "/return"
    /// Where a partner agency answers what officers ask.
    case partner = "/partner"
    case leave = "/leave"
    case feedback = "/feedback"
    case health = "/healthz"

    /// Addresses with an answer of their own: a copy of the guidance on another server links to them here.
    static let live = Set(
        ReportKind.allCases.map { Route($0).rawValue } + [
            mailbox.rawValue, partner.rawValue, leave.rawValue, feedback.rawValue,
        ])

    /// Whether a page of guidance may have this name.
    static func isFree(_ name: String) -> Bool { allCases.allSatisfy { $0.rawValue != "/" + name } && name != "assets" }
}

extension Route {
    /// Where reports of a kind are taken.
    init(_ kind: ReportKind) {
        switch kind {
        case .activity: self = .report
        case .online: self = .material
        case .prevent: self = .concern
        case .protect: self = .advice
        case .engagement: self = .invite
        case .general: self = .question
        }
    }
}
