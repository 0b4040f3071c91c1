/// What a report is about. Each kind has its own questions, compartment, workflow and clocks.
package enum ReportKind: String, CaseIterable, Sendable, Codable {
    /// Something seen or heard.
    case activity

    /// The compartment whose keys open a report of this kind.
    package var compartment: Compartment {
        switch self {
        case .activity: .activity
        }
    }
}
