/// What a report is about. Each kind has its own questions, compartment, workflow and clocks, declared in a folder of its own.
/// Append-only: a kind once stored is never renamed.
package enum ReportKind: String, CaseIterable, Sendable, Codable {
    /// Something seen or heard.
    case activity
    /// Something found online.
    case online
    /// A person somebody is worried about.
    case prevent
    /// Advice on keeping a place, an event or oneself safe.
    case protect
    /// An invitation or a question to the local Prevent team.
    case engagement
    /// A question about anything else.
    case general

    /// The compartment whose keys open a report of this kind.
    package var compartment: Compartment {
        switch self {
        case .activity, .general: .activity
        case .online: .online
        case .prevent, .engagement: .prevent
        case .protect: .protect
        }
    }

    /// The compartment whose keys open how to reach whoever sent it. Of those who report what they saw it is narrower than
    /// the report; who asks for help is answered by those who read what was asked.
    package var contactCompartment: Compartment {
        switch self {
        case .activity, .online: .source
        case .prevent, .protect, .engagement, .general: compartment
        }
    }

    /// What is asked.
    package var form: Form {
        switch self {
        case .activity: ActivityForm.form
        case .online: OnlineForm.form
        case .prevent: PreventForm.form
        case .protect: ProtectForm.form
        case .engagement: EngagementForm.form
        case .general: GeneralForm.form
        }
    }

    /// What may happen to it, by whom, and what must come first.
    package var workflow: WorkflowTable {
        switch self {
        case .activity: ActivityWorkflow.table
        case .online: OnlineWorkflow.table
        case .prevent: PreventWorkflow.table
        case .protect: ProtectWorkflow.table
        case .engagement: EngagementWorkflow.table
        case .general: GeneralWorkflow.table
        }
    }

    /// Within how long, as it comes. What a force has is in `ForceClocks`.
    package var declaredClocks: [ClockRule] {
        switch self {
        case .activity: ActivityClocks.rules
        case .online: OnlineClocks.rules
        case .prevent: PreventClocks.rules
        case .protect: ProtectClocks.rules
        case .engagement: EngagementClocks.rules
        case .general: GeneralClocks.rules
        }
    }
}
