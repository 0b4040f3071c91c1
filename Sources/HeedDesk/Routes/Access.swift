package import HeedCore

/// Whom a page of the desk exists for. To anybody else it does not exist: no page, no link, no count.
package enum Access: Sendable, Equatable {
    /// Whoever reaches the desk: signing in, locking, the load balancer's question.
    case anyone
    /// Everybody who is signed in.
    case staff
    /// Roles that have a part of the desk.
    case area(DeskArea)
    /// Roles that have a part of the desk and that the workflow's table lets take a step.
    case step(Verb, in: DeskArea)

    package var roles: Set<Role> {
        switch self {
        case .anyone, .staff: Set(Role.allCases)
        case .area(let area): Self.roles(with: area)
        case .step(let verb, let area): Self.roles(with: area).intersection(WorkflowTable.roles(taking: verb))
        }
    }

    private static func roles(with area: DeskArea) -> Set<Role> {
        Set(Role.allCases.filter { $0.areas.contains(area) })
    }
}
