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
    case hearing
    case reach
    case check
    case sent
    case finished
}
