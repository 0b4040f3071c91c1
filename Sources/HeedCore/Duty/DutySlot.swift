/// One person's turn of duty, on one rung of the rota. Rung 0 is told first. Given by London's clocks and kept as
/// moments: a night on which clocks change is an hour longer or shorter, and has no hole.
package struct DutySlot: Sendable, Equatable {
    /// The staff number, as in `Officer.person`.
    package let person: String
    package let rung: Int
    package let begins: Instant
    /// The first moment after it.
    package let ends: Instant

    /// - Returns: nil unless it begins before it ends and the rung is not below the first.
    package init?(person: String, rung: Int, begins: Instant, ends: Instant) {
        guard begins < ends, rung >= 0 else { return nil }
        self.person = person
        self.rung = rung
        self.begins = begins
        self.ends = ends
    }

    /// A moment as clocks show it: a day and a time of day.
    package typealias Shown = (day: CalendarDay, time: TimeOfDay)

    /// Of a time that comes twice in October, it begins at the first and ends at the last.
    package init?(person: String, rung: Int, from first: Shown, until last: Shown) {
        self.init(
            person: person, rung: rung, begins: LondonTime.first(first.day, first.time),
            ends: LondonTime.last(last.day, last.time))
    }

    package func holds(_ moment: Instant) -> Bool { begins <= moment && moment < ends }
}

/// A time for which somebody on the rota is not there: ill, on leave, in court.
package struct Absence: Sendable, Equatable {
    package let person: String
    package let begins: Instant
    package let ends: Instant

    package init?(person: String, begins: Instant, ends: Instant) {
        guard begins < ends else { return nil }
        self.person = person
        self.begins = begins
        self.ends = ends
    }

    package func holds(_ moment: Instant) -> Bool { begins <= moment && moment < ends }
}
