/// What runs for a report in the queue, by the clocks of the force.
extension CardHead {
    package func nearestClock(by clocks: ForceClocks) -> RunningClock? {
        clocks.nearest(for: kind, in: state, times: times, isUrgent: cues.isUrgent)
    }

    /// Whether a partner's silence, or an answer that nobody read, has gone on for too long.
    func isPartnerLate(by clocks: ForceClocks, at now: Instant) -> Bool {
        guard times.asked != nil || times.answer != nil else { return false }
        return clocks.running(for: kind, in: state, times: times, isUrgent: cues.isUrgent)
            .contains { [.partner, .partnerAnswer].contains($0.name) && $0.alarm < now }
    }

    /// Whether a clock is over that asks this role for eyes: the source unit's look at a lock, a notice to a publisher.
    func rings(for role: Role, by clocks: ForceClocks, at now: Instant) -> Bool {
        guard times.locked != nil || times.notice != nil else { return false }
        return clocks.running(for: kind, in: state, times: times, isUrgent: cues.isUrgent).contains { clock in
            switch clock.name {
            case .review: clock.due < now && kind.workflow.roles(for: .sourceReviewed).contains(role)
            case .notice: clock.due < now && kind.workflow.roles(for: .noticeAnswered).contains(role)
            default: false
            }
        }
    }
}
