/// All that the public site has to say beside its pages: notices that were not withdrawn, and the threat level.
/// `version` rises with every change at the desk.
package struct Bulletin: Sendable, Equatable {
    package let version: Int
    package let notices: [Notice]
    package let threat: ThreatReading?

    package init(version: Int = 0, notices: [Notice] = [], threat: ThreatReading? = nil) {
        self.version = version
        self.notices = notices
        self.threat = threat
    }

    /// What is shown at a moment: incidents first, then the latest change first.
    package func standing(at moment: Instant) -> [Notice] {
        notices.filter { $0.stands(at: moment) }
            .sorted { ($0.kind == .incident ? 0 : 1, -$0.version) < ($1.kind == .incident ? 0 : 1, -$1.version) }
    }

    /// The threat level, unless it is too old.
    package func threat(at moment: Instant, days: Int) -> ThreatReading? {
        threat.flatMap { $0.isShown(at: moment, days: days) ? $0 : nil }
    }

    /// The next moment at which something begins or ends by itself; nil where nothing does.
    package func nextChange(after moment: Instant, days: Int) -> Instant? {
        let ends = threat.map { [$0.asOf.start, $0.stale(after: days)] } ?? []
        return (notices.flatMap { [$0.start, $0.end] } + ends).filter { moment < $0 }.min()
    }
}
