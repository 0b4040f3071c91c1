import HeedCasework
import HeedCore
import HeedWeb

/// A change of people that an administrator makes or asks for, each on a page of its own that says what will happen and
/// takes the passphrase and a fresh code. Words: `desk-staff.<raw value>.title`, `.lead`, `.does`, `.button`.
package enum StaffChange: String, CaseIterable, Sendable {
    case add, role, again, totp, deactivate

    /// Under `/sign-in/`, where the browser brings the remembered secret code.
    var path: String { "/sign-in/staff/\(rawValue)" }

    /// Whether it is about somebody who has an account.
    var isOfSomebody: Bool { self != .add }

    var fields: [Editor.Field] {
        switch self {
        case .add:
            [
                Editor.Field(name: "username", control: .line, isRequired: true),
                Editor.Field(name: "person", control: .line, isRequired: true),
                Editor.Field(name: "name", control: .line),
                Self.roles,
            ]
        case .role: [Self.roles]
        case .again, .totp: []
        case .deactivate: [Editor.Field(name: "reason", control: .text(rows: 3), isRequired: true)]
        }
    }

    private static let roles = Editor.Field(
        name: "role", control: .choice(Role.allCases.map(\.rawValue)), isRequired: true)

    /// What the form asks for; nil for a deactivation, which waits for nobody.
    /// - Throws: `Refusal.notValid` for a role that was not chosen.
    func ask(_ form: FormBody, of username: String) throws -> AskStaffChange.Ask? {
        switch self {
        case .add:
            .add(
                username: form.first("username") ?? "", person: form.first("person") ?? "",
                name: form.first("name") ?? "", role: try Self.role(form))
        case .role: .role(username: username, try Self.role(form))
        case .again: .again(username: username)
        case .totp: .totp(username: username)
        case .deactivate: nil
        }
    }

    private static func role(_ form: FormBody) throws -> Role {
        guard let role = form.first("role").flatMap(Role.init(rawValue:)) else {
            throw Refusal.notValid([FieldProblem(field: "role", key: "problem.role.empty")])
        }
        return role
    }
}
