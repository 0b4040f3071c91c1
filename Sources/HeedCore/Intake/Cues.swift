/// Signs that a report should be looked at sooner.
/// Cues only ever raise: no cue, and no lack of one, lowers, hides or closes anything.
package struct Cues: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Said on the first page that it is happening now or somebody is in danger. The only cue visible outside a session.
    package static let danger = Cues(rawValue: 1)
    /// Ticked "happening now".
    package static let now = Cues(rawValue: 2)
    /// Ticked "going to happen".
    package static let future = Cues(rawValue: 4)
    /// Ticked the sign about weapons.
    package static let weapons = Cues(rawValue: 8)
    /// Said that somebody could guess who reported.
    package static let reporterAtRisk = Cues(rawValue: 16)

    /// Ticked that something online threatens somebody.
    package static let threat = Cues(rawValue: 32)

    package static let names: [(Cues, String)] = [
        (.danger, "danger"), (.now, "now"), (.future, "future"), (.weapons, "weapons"),
        (.reporterAtRisk, "reporter-at-risk"), (.threat, "threat"),
    ]

    package static func read(from answers: Answers, inDanger: Bool) -> Cues {
        var cues: Cues = []
        if inDanger { cues.insert(.danger) }
        if answers.text("when_kind") == "now" { cues.insert(.now) }
        if answers.text("when_kind") == "future" { cues.insert(.future) }
        if answers["sign"].contains("2") { cues.insert(.weapons) }
        if answers.saysCouldBeTraced { cues.insert(.reporterAtRisk) }
        if answers["material"].contains("threat") { cues.insert(.threat) }
        return cues
    }

    /// Whether the shorter clock runs.
    package var isUrgent: Bool { !intersection([.danger, .now, .future, .weapons, .threat]).isEmpty }
}

/// Why a report waits in the lane that people review ("set aside"). It keeps the same clocks; cues lift it out.
package enum LaneSignal: String, CaseIterable, Sendable, Codable {
    /// The field that people leave empty was filled.
    case trap
    /// The form came back faster than a person could read it.
    case quick
}
