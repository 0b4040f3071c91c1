/// How long something may take: so many hours, which run through every night, or so many working days by a law.
package enum TimeLimit: Sendable, Equatable {
    /// Hours are hours: one that is put forward or back on a wall changes no length.
    case seconds(Seconds)
    case workingDays(Int, WorkingDayLaw)

    package static func minutes(_ count: Int64) -> TimeLimit { .seconds(count * 60) }
    package static func hours(_ count: Int64) -> TimeLimit { .seconds(count * 3_600) }
    /// Days of 24 hours.
    package static func days(_ count: Int64) -> TimeLimit { .seconds(count * 86_400) }
    /// By midnight of the day it starts on, in London, working day or not.
    package static let sameDay = TimeLimit.workingDays(0, .englandAndWales)

    /// The first moment at which it is over.
    package func due(
        from start: Instant, holidays: BankHolidays = .published
    ) throws(BeyondCalendar) -> Instant {
        switch self {
        case .seconds(let seconds): start + seconds
        case .workingDays(let count, let law): try WorkingCalendar(law, holidays: holidays).end(of: count, after: start)
        }
    }
}

extension TimeLimit {
    /// The same, where an answer is needed all the same: past the end of the list of holidays every day counts as a
    /// working day, so that a clock rings too early rather than too late.
    package func earliestDue(from start: Instant) -> Instant {
        if let due = try? due(from: start) { return due }
        guard case .workingDays(let count, _) = self else { return start }
        return LondonTime.end(of: LondonTime.day(of: start).adding(count))
    }
}
