/// A promise of time: from when, until which step, within how long.
/// A clock never pauses, and awaiting a reporter's answer stops none.
package struct ClockRule: Sendable, Equatable {
    package let name: Name
    /// Runs while the report is in one of these states.
    package let states: Set<CaseState>
    package let starts: Start
    package internal(set) var limit: TimeLimit
    /// Where cues raise it.
    package internal(set) var urgentLimit: TimeLimit
    /// Alarms this long after the start, before the limit is reached; nil: alarms at the limit.
    package internal(set) var urgentAlarmAfter: Seconds?
    /// The Act and section that set the limit; nil for one that a force may set.
    package let act: String?

    package enum Name: String, CaseIterable, Sendable, Codable {
        case look, read, triage, research, sign, ratify, decide, assess, forward
        /// Of a concern about a person.
        case screen, gateway, panel, firstReview = "first-review", secondReview = "second-review", support
        /// A partner's answer, and reading it.
        case partner, partnerAnswer = "partner-answer"
        /// Of an enquiry or an invitation.
        case reply, visit, followUp = "follow-up"
        /// Of a thread that is locked: the source unit's look.
        case review
        /// Of a notice to a publisher.
        case notice
    }

    /// The moment a clock counts from.
    package enum Start: Sendable, Equatable {
        case received
        /// The arrival of the follow-up that nobody has opened for longest.
        case followUp
        case opened
        /// The step that put something before a second person.
        case waiting
        /// What locked messages to the reporter, until the source unit has looked.
        case locked
        /// The day on which a notice to a publisher was given, until what came of it is recorded.
        case notice
        /// When it came to be where it stands.
        case state
        /// When the partner was asked who has been silent for longest.
        case asked
        /// The arrival of the partner's answer that nobody has read for longest.
        case answer
    }

    package init(
        _ name: Name, in states: Set<CaseState>, from starts: Start, within limit: TimeLimit,
        urgent urgentLimit: TimeLimit? = nil, urgentAlarmAfter: Seconds? = nil, setBy act: String? = nil
    ) {
        self.name = name
        self.states = states
        self.starts = starts
        self.limit = limit
        self.urgentLimit = urgentLimit ?? limit
        self.urgentAlarmAfter = urgentAlarmAfter
        self.act = act
    }

    /// By which its working days count, also where it is declared in hours.
    var law: WorkingDayLaw {
        switch limit {
        case .workingDays(_, let law): law
        case .seconds: .englandAndWales
        }
    }
}
