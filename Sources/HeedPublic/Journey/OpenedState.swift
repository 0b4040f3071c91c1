import HeedCore

/// A journey's state as it came back.
enum OpenedState: Sendable {
    case live(JourneyState)
    /// Older than a form lives, still readable.
    case stale(JourneyState)
    /// Missing, forged, or too old: only what stands in the visible fields is left.
    case unreadable

    init(_ bytes: [UInt8]?, now: Instant) {
        guard let bytes, let state = JourneyState(bytes) else {
            self = .unreadable
            return
        }
        switch now - state.issued {
        case ..<JourneyState.life: self = .live(state)
        case ..<JourneyState.afterlife: self = .stale(state)
        default: self = .unreadable
        }
    }
}
