/// Which engine a connection speaks to.
/// Statements are portable; this is for the few that cannot be (row locks, functions that run as their owner).
package enum Dialect: String, Sendable, CaseIterable {
    case sqlite
    case postgres

    /// The placeholder of the binding with this number, counted from 1.
    func placeholder(_ number: Int) -> String {
        switch self {
        case .sqlite: "?"
        case .postgres: "$\(number)"
        }
    }
}
