/// The one error a person is meant to see.
/// Carries keys of catalogue words, never anything a person typed: what was typed is given back by the page that took it.
package enum Refusal: Error, Equatable, Sendable {
    /// Nothing here. Also the answer for what exists but may not be known: the two are one answer.
    case notFound
    /// The person may know of the thing but may not do this to it.
    case notAllowed(Reason)
    /// The thing is not in a state where this can be done, or something must come first.
    case notNow(Reason)
    /// Answers to mend, each naming its field.
    case notValid([FieldProblem])
    /// Somebody else saved first. Nothing was overwritten.
    case conflict
    /// More than the documented limit. Nothing was stored.
    case tooLarge
    /// The bounded queue is full. Nothing was stored.
    case tooMany
    /// The form cannot be open: a report could not be received, or never be opened.
    case closed(Reason)

    /// The key of a catalogue text that explains a refusal.
    package struct Reason: Equatable, Hashable, Sendable, ExpressibleByStringLiteral {
        package let key: String
        package init(_ key: String) { self.key = key }
        package init(stringLiteral value: String) { key = value }
    }
}

/// One answer to mend: the form field and the key of the words that say how.
package struct FieldProblem: Equatable, Sendable {
    package let field: String
    package let key: String

    package init(field: String, key: String) {
        self.field = field
        self.key = key
    }
}
