package import HeedVault

/// Who an officer is, what keys are theirs and what they may be given: signed note `<origin>/officer`,
/// `heed-officer/v1`, by two registrars who are two persons. Not published.
/// Keys are granted, and steps accepted, by a certificate only: never by a row of the database.
package struct OfficerCertificate: Hashable, Sendable {
    package let origin: String
    package let username: String
    /// Staff number: two accounts of one person share it.
    package let person: String
    /// Nil where the force keeps names elsewhere. At most 128 bytes of UTF-8.
    package let name: String?
    /// At least one, sorted by number.
    package let roles: [OfficerRole]
    /// Compartments whose keys may be sealed to this officer; sorted; may be empty (call-takers, administrators).
    package let compartments: [String]
    /// The officer's X-Wing recipient.
    package let recipient: HybridRecipient
    /// Verifies signatures of the unlocked session.
    package let routineKey: VerifyKey
    /// Verifies signatures that were unlocked one at a time.
    package let graveKey: VerifyKey
    package let valid: BatchRange
    /// How statements, revocations and grants name this certificate: SHA-256 of the signed text, 32 bytes.
    /// Taken once: every step of a report is compared with it.
    package private(set) var hash: [UInt8] = []

    /// - Throws: `LedgerError.badToken` for a name or token, `.malformed(.certificate)` for a repeated or missing role,
    ///   a repeated compartment, or one key for both purposes.
    package init(
        origin: String, username: String, person: String, name: String?, roles: [OfficerRole],
        compartments: [String], recipient: HybridRecipient, routineKey: VerifyKey, graveKey: VerifyKey,
        valid: BatchRange
    ) throws(LedgerError) {
        guard Token.isOrigin(origin), Token.isWord(username), Token.isWord(person),
            name.map(Token.isPhrase) ?? true, compartments.allSatisfy(Token.isWord)
        else { throw .badToken }
        guard !roles.isEmpty, Set(roles.map(\.number)).count == roles.count,
            Set(compartments).count == compartments.count, routineKey != graveKey
        else { throw .malformed(.certificate) }
        self.origin = origin
        self.username = username
        self.person = person
        self.name = name
        self.roles = roles.sorted { $0.number < $1.number }
        self.compartments = compartments.sorted()
        self.recipient = recipient
        self.routineKey = routineKey
        self.graveKey = graveKey
        self.valid = valid
        hash = Digest.sha256(text)
    }

    package func holds(role number: Int) -> Bool { roles.contains { $0.number == number } }

    package func covers(compartment: String) -> Bool { compartments.contains(compartment) }
}
