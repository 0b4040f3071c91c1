/// One break-glass: who took what only the holder may do into their own hands, from whom, and until when.
/// Ends by itself after a day at most, or before; a person's second is a glass of its own.
package struct Glass: Sendable, Equatable {
    /// How long one runs where a force sets nothing shorter. Never longer: what has ended stays ended.
    package static let longest: Seconds = 24 * 3_600

    /// The number of the step that broke it.
    package let number: Int
    package let username: String
    package let person: String
    /// The staff number of whoever held the report; they are told.
    package let owner: String
    package let begins: Instant
    package private(set) var ends: Instant
    package private(set) var isReviewed = false

    init(
        number: Int, username: String, person: String, owner: String, begins: Instant, lasting: Seconds = Self.longest
    ) {
        self.number = number
        self.username = username
        self.person = person
        self.owner = owner
        self.begins = begins
        ends = begins + min(lasting, Self.longest)
    }

    package func runs(at moment: Instant) -> Bool { begins <= moment && moment < ends }

    /// Whether it is over and this person, who is another one, may say what they think of it.
    package func waitsForReview(by reviewer: String, at moment: Instant) -> Bool {
        !isReviewed && ends <= moment && reviewer != person
    }

    fileprivate mutating func end(at moment: Instant) { ends = min(ends, moment) }
    fileprivate mutating func review() { isReviewed = true }
}

extension [Glass] {
    /// A review is of the oldest that waits for this reviewer.
    mutating func apply(_ step: CaseStep, holder: CaseFacts.Holder?, lasting: Seconds) {
        switch step.verb {
        case .glassBroken:
            append(
                Glass(
                    number: step.number, username: step.username, person: step.person, owner: holder?.person ?? "",
                    begins: step.time, lasting: lasting))
        case .glassEnded:
            for index in indices where self[index].person == step.person { self[index].end(at: step.time) }
        case .glassReviewed:
            guard let index = firstIndex(where: { $0.waitsForReview(by: step.person, at: step.time) }) else { return }
            self[index].review()
        default: break
        }
    }
}
