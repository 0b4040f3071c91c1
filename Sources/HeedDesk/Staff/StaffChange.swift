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
                Self.roles, Self.surveys(["no", "yes"]),
            ]
        case .role: [Self.roles, Self.surveys(["keep", "no", "yes"])]
        case .again, .totp: []
        case .deactivate: [Editor.Field(name: "reason", control: .text(rows: 3), isRequired: true)]
        }
    }

    private static let roles = Editor.Field(
        name: "role", control: .choice(Role.allCases.map(\.rawValue)), isRequired: true)

    /// A permission that two registrars give one person; its field has the compartment's name. The first choice is as things are.
    private static func surveys(_ values: [String]) -> Editor.Field {
        Editor.Field(name: Compartment.survey.rawValue, control: .choice(values), preset: values[0])
    }

    /// What the form asks for; nil for a deactivation, which waits for nobody.
    /// - Throws: `Refusal.notValid` for a role that was not chosen.
    func ask(_ form: FormBody, of username: String) throws -> AskStaffChange.Ask? {
        switch self {
        case .add:
            .add(
                username: form.first("username") ?? "", person: form.first("person") ?? "",
                name: form.first("name") ?? "", role: try Self.role(form), permissions: Self.permissions(form) ?? [])
        case .role: .role(username: username, try Self.role(form), permissions: Self.permissions(form))
        case .again: .again(username: username)
        case .totp: .totp(username: username)
        case .deactivate: nil
        }
    }

    /// Nil where nothing is to change.
    private static func permissions(_ form: FormBody) -> Set<Compartment>? {
        switch form.first(Compartment.survey.rawValue) {
        case "yes"?: [.survey]
        case "no"?: []
        default: nil
        }
    }

    private static func role(_ form: FormBody) throws -> Role {
        guard let role = form.first("role").flatMap(Role.init(rawValue:)) else {
            throw Refusal.notValid([FieldProblem(field: "role", key: "problem.role.empty")])
        }
        return role
    }
}
