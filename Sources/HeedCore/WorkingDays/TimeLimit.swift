/// How long something may take: so many hours, which run through every night, or so many working days by a law.
package enum TimeLimit: Sendable, Equatable {
    /// Hours are hours: one that is put forward or back on a wall changes no length.
    case seconds(Seconds)
    case workingDays(Int, WorkingDayLaw)

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
