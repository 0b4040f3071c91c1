/// What the queue knows of a report: small, sealed under the compartment's extract key, rebuilt at will, never trusted for a decision.
/// Holds no word of the reporter's: until an officer writes a gist there are only ticked signs, language and length.
package struct Card: Sendable, Equatable {
    package var kind: ReportKind
    package var state: CaseState
    package var times: CaseTimes
    package var cues: Cues
    package var signs: Set<String>
    package var language: String
    package var length: Length
    package var lane: Set<LaneSignal>
    package var isSetAside: Bool
    package var holder: CaseFacts.Holder?
    /// Follow-ups nobody has opened.
    package var unopenedItems: Int
    /// Who put before a second person what now waits, if anything does.
    package var waitingPerson: String?
    package var gist: String
    package var priority: TriageAssessment.Priority?
    /// What a flood is folded by on screen.
    package var likeness: Likeness
    /// The addresses that something online names; nil where the card is of a time before they were noted.
    package var links: [LinkMark]?

    /// How much was said, roughly.
    package enum Length: String, CaseIterable, Sendable, Codable {
        case short, middle, long
        package init(bytes: Int) { self = bytes < 400 ? .short : bytes < 4_000 ? .middle : .long }
    }

    package init(
        kind: ReportKind, state: CaseState, times: CaseTimes, cues: Cues, signs: Set<String>, language: String,
        length: Length,
        lane: Set<LaneSignal>, isSetAside: Bool, holder: CaseFacts.Holder?, unopenedItems: Int, waitingPerson: String?,
        gist: String, priority: TriageAssessment.Priority?,
        likeness: Likeness, links: [LinkMark]? = []
    ) {
        self.kind = kind
        self.state = state
        self.times = times
        self.cues = cues
        self.signs = signs
        self.language = language
        self.length = length
        self.lane = lane
        self.isSetAside = isSetAside
        self.holder = holder
        self.unopenedItems = unopenedItems
        self.waitingPerson = waitingPerson
        self.gist = gist
        self.priority = priority
        self.likeness = likeness
        self.links = links
    }

    /// What the queue is sorted, counted and filtered by.
    package var head: CardHead {
        CardHead(
            kind: kind, state: state, times: times, cues: cues, isSetAside: isSetAside, unopenedItems: unopenedItems,
            holder: holder.map { PersonKey($0.person) }, waiting: waitingPerson.map { PersonKey($0) },
            priority: priority, likeness: likeness)
    }
}
