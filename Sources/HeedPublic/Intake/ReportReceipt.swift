package import HeedCore

/// What a reporter is shown once a report is durable. Holds no time finer than a day, and no word of the report.
package struct ReportReceipt: Sendable, Equatable {
    /// The signed note.
    package let text: String
    /// The code had sent a report before: these words were added to it.
    package let isAddition: Bool
    /// The day by which the public record has its entry.
    package let due: CalendarDay?
    /// The day after which looking again may show something new.
    package let lookAgain: CalendarDay?

    package init(text: String, isAddition: Bool, due: CalendarDay?, lookAgain: CalendarDay?) {
        self.text = text
        self.isAddition = isAddition
        self.due = due
        self.lookAgain = lookAgain
    }
}
