/// What a report is about. Each kind has its own questions, compartment, workflow and clocks, declared in a folder of its own.
/// Append-only: a kind once stored is never renamed.
package enum ReportKind: String, CaseIterable, Sendable, Codable {
    /// Something seen or heard.
    case activity
    /// Something found online.
    case online

    /// The compartment whose keys open a report of this kind.
    package var compartment: Compartment {
        switch self {
        case .activity: .activity
        case .online: .online
        }
    }

    /// What is asked.
    package var form: Form {
        switch self {
        case .activity: ActivityForm.form
        case .online: OnlineForm.form
        }
    }

    /// What may happen to it, by whom, and what must come first.
    package var workflow: WorkflowTable {
        switch self {
        case .activity: ActivityWorkflow.table
        case .online: OnlineWorkflow.table
        }
    }

    /// Within how long.
    package var clocks: [ClockRule] {
        switch self {
        case .activity: ActivityClocks.rules
        case .online: OnlineClocks.rules
        }
    }
}
