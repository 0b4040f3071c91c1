/// What an officer says that something online is. A person's view with its reason, never a score; saying it again adds
/// a view and keeps the earlier ones.
package struct OnlineAssessment: Sendable, Equatable, Codable {
    package var view: View
    /// The provisions it may break.
    package var offences: [Offence]
    package var why: String
    /// A neutral line in the officer's words, shown in lists instead of the reporter's.
    package var gist: String
    package var priority: TriageAssessment.Priority

    package enum View: String, CaseIterable, Sendable, Codable {
        /// Likely against the Terrorism Acts.
        case unlawful
        /// Lawful, but likely against the rules of where it stands.
        case lawful
        /// No terrorism: a hate crime, child abuse, fraud, or nothing of the kind.
        case elsewhere
        /// Cannot be told from what was given.
        case unclear
    }

    /// Terrorism Act 2000 (`a`) and Terrorism Act 2006 (`b`), by section.
    package enum Offence: String, CaseIterable, Sendable, Codable {
        /// Inviting or voicing support for a proscribed organisation: 2000 Act, section 12.
        case support = "a12"
        /// An image of a proscribed organisation's article: 2000 Act, section 13(1A).
        case image = "a13"
        /// Information useful to a terrorist: 2000 Act, section 58.
        case information = "a58"
        /// Information about members of forces, intelligence or police: 2000 Act, section 58A.
        case forces = "a58a"
        /// Encouragement of terrorism: 2006 Act, section 1.
        case encouragement = "b1"
        /// Dissemination of terrorist publications: 2006 Act, section 2.
        case dissemination = "b2"
    }

    package init(
        view: View, offences: [Offence] = [], why: String, gist: String,
        priority: TriageAssessment.Priority = .medium
    ) {
        self.view = view
        self.offences = offences
        self.why = why
        self.gist = gist
        self.priority = priority
    }

    package var problems: [FieldProblem] {
        var missing: [String] = []
        if view == .unlawful, offences.isEmpty { missing.append("offence") }
        if AnswerCheck.isBlank(why) { missing.append("why") }
        if AnswerCheck.isBlank(gist) { missing.append("gist") }
        return missing.map { FieldProblem(field: $0, key: "problem.\($0).empty") }
    }
}
