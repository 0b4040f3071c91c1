/// The part of a card that the queue is sorted, counted and filtered by: fixed in size, without a string,
/// so that thousands of cards are put in order without decoding any.
package struct CardHead: Sendable, Equatable {
    package var kind: ReportKind
    package var state: CaseState
    package var times: CaseTimes
    package var cues: Cues
    package var isSetAside: Bool
    package var unopenedItems: Int
    package var holder: PersonKey?
    package var waiting: PersonKey?
    package var priority: TriageAssessment.Priority?
    package var likeness: Likeness

    package init(
        kind: ReportKind, state: CaseState, times: CaseTimes, cues: Cues, isSetAside: Bool, unopenedItems: Int,
        holder: PersonKey?,
        waiting: PersonKey?, priority: TriageAssessment.Priority?,
        likeness: Likeness
    ) {
        self.kind = kind
        self.state = state
        self.times = times
        self.cues = cues
        self.isSetAside = isSetAside
        self.unopenedItems = unopenedItems
        self.holder = holder
        self.waiting = waiting
        self.priority = priority
        self.likeness = likeness
    }

    /// Whether a person still has something to do: also where a follow-up or a partner's answer came to a finished report.
    package var isOpen: Bool { state.isOpen || unopenedItems > 0 || times.answer != nil }
}

/// A staff number as eight bytes, for comparing people without their names: FNV-1a over UTF-8, never zero.
/// For order and filters only; a rule compares the staff numbers themselves.
package struct PersonKey: Hashable, Sendable {
    package let value: UInt64

    package init(_ person: String) {
        let hash = person.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        value = hash == 0 ? 1 : hash
    }

    /// - Returns: nil for zero, which stands for nobody.
    package init?(value: UInt64) {
        guard value != 0 else { return nil }
        self.value = value
    }
}
