import HeedCore
import HeedLedger
import HeedSQL
import HeedStore

/// The statistics of years that are over, after counting those that nobody has counted, for the kinds an officer opens.
struct ReadYears {
    let desk: Desk
    let officer: UnlockedOfficer
    private static let years = 3

    func perform(_ kinds: [ReportKind], now: Instant) async throws -> [BoardSheet.Year] {
        let topics = BoardTopic.yearly.filter { kinds.contains($0.kind) }
        let years = ClosedYear.latest(
            Self.years, since: CalendarDay(Instant(seconds: Int64(desk.calendar.t0))), now: now)
        try await count(topics, years)
        let rows = try await rows(topics, years)
        return topics.map { topic in
            let kept = Dictionary(
                rows.filter { $0.topic == topic.name }.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
            let there = years.filter { kept[$0.first.iso] != nil }
            let opened = there.map { year in
                (year: year, counts: kept[year.first.iso].flatMap { officer.counts(in: $0, of: topic) })
            }
            return BoardSheet.Year(
                topic: topic,
                years: opened.compactMap { year, counts in
                    counts.map { (year: year, figures: $0.map(SmallNumbers.standard.shown)) }
                },
                unreadable: opened.filter { $0.counts == nil }.map(\.year),
                waiting: years.filter { kept[$0.first.iso] == nil })
        }
    }

    private func count(_ topics: [BoardTopic], _ years: [ClosedYear]) async throws {
        let kept = Set(try await rows(topics, years).map { [$0.topic, $0.period] })
        for year in years {
            let missing = topics.filter { !kept.contains([$0.name, year.first.iso]) }
            for kind in Set(missing.map(\.kind)).sorted(by: { $0.rawValue < $1.rawValue }) {
                guard
                    let counts = try await YearCount(desk: desk, officer: officer).counts(of: kind, in: year)
                else { continue }
                for topic in missing where topic.kind == kind {
                    try await desk.freeze(counts[topic] ?? [], of: topic, period: year.first, by: officer)
                }
            }
        }
    }

    private func rows(_ topics: [BoardTopic], _ years: [ClosedYear]) async throws -> [FrozenCountRow] {
        guard let first = years.first else { return [] }
        let names = topics.map(\.name)
        return try await desk.database.read { db in try db.frozenCounts(of: names, from: first.first.iso) }
    }
}
