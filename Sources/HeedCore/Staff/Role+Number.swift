/// How certificates and signed statements name a role: a stable number and words for people.
/// Append-only: a number once given is never given to another role.
extension Role {
    private static let numbered: [(number: Int, role: Role, title: String)] = [
        (1, .officer, "Officer"), (2, .supervisor, "Supervisor"), (3, .callTaker, "Call-taker"),
        (4, .prevent, "Prevent officer"), (5, .protect, "Protective security advisor"),
        (6, .administrator, "Administrator"), (7, .auditor, "Auditor"), (8, .communications, "Communications officer"),
    ]

    package init?(number: Int) {
        guard let entry = Self.numbered.first(where: { $0.number == number }) else { return nil }
        self = entry.role
    }

    package var number: Int { Self.numbered.first { $0.role == self }!.number }
    package var title: String { Self.numbered.first { $0.role == self }!.title }
}
