/// That something online was given to the unit that works for the whole country, or to whoever it belongs to.
package struct Forwarding: Sendable, Equatable, Codable {
    package var to: Recipient
    /// How it was given, and under which number of theirs.
    package var how: String

    package enum Recipient: String, CaseIterable, Sendable, Codable {
        /// The Counter Terrorism Internet Referral Unit.
        case nationalUnit = "national-unit"
        case hateCrime = "hate-crime"
        /// The Internet Watch Foundation, or the force's own team.
        case childAbuse = "child-abuse"
        case fraud
        case other
    }

    package init(to: Recipient, how: String) {
        self.to = to
        self.how = how
    }

    package var problems: [FieldProblem] {
        AnswerCheck.isBlank(how) ? [FieldProblem(field: "how", key: "problem.how.empty")] : []
    }
}
