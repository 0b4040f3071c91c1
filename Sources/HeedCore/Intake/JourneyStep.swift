/// A page of the report journey.
/// The raw value is what the sealed state, the buttons (`change-<step>`) and the catalogue keys use.
package enum JourneyStep: String, CaseIterable, Sendable, Codable {
    case start
    /// "Call 999 now", after somebody said that it is happening now or that somebody is in danger.
    case danger
    case words
    case kind
    case place
    case people
    case you
    /// What something online is, and who put it there.
    case material
    /// Whether the place where it stands was told.
    case platform
    /// What has changed about a person; who it is; who knows and what might help.
    case changes
    case person
    case support
    /// What kind of advice, and for which place.
    case wanted
    case premises
    /// Who invites the local team, and to what.
    case group
    case session
    case hearing
    case reach
    case check
    case sent
    case finished
}
