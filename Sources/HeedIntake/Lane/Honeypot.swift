package import HeedCore

/// What a machine leaves behind when it fills in the form: reasons to wait in the lane that people review.
/// Signals only: whatever they say, the report is received, sealed and acknowledged like any other.
package enum Honeypot {
    /// Nobody reads four pages faster than this, in seconds.
    package static let quickest: Seconds = 5

    /// - Parameters:
    ///   - trap: what came back in the field that people leave empty.
    ///   - issued: when the form was first handed out; nil where that is not known, which is no signal.
    package static func signals(
        trap: String, issued: Instant?, returned: Instant, quickest: Seconds = quickest
    ) -> [LaneSignal] {
        var signals: [LaneSignal] = []
        if !trap.isEmpty { signals.append(.trap) }
        if let issued, (0..<quickest).contains(returned - issued) { signals.append(.quick) }
        return signals
    }
}
