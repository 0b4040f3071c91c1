/// A day on which banks are closed by law or proclamation, and where.
package struct BankHoliday: Sendable, Equatable {
    package let day: CalendarDay
    package let name: String
    package let nations: Set<Nation>
    /// Stands for a day that fell on a weekend.
    package let isSubstitute: Bool

    package init(_ day: CalendarDay, _ name: String, in nations: Set<Nation>, isSubstitute: Bool = false) {
        self.day = day
        self.name = name
        self.nations = nations
        self.isSubstitute = isSubstitute
    }
}
