import HeedCore
import HeedKeyring
import HeedSQL

/// Rows of its own that a step brings into its transaction, such as a reply.
struct ExtraRows: Sendable {
    let make:
        @Sendable (CaseFile, UnlockedOfficer, borrowing SessionKeys) throws -> @Sendable (Connection) throws -> Void

    static let none = ExtraRows { _, _, _ in { _ in } }
}
