/// An alarm as it was raised, and what people did about it.
package struct Alarm: Sendable, Equatable {
    package let raised: Instant
    /// Who said that they have it, and when.
    package let acknowledgements: [Acknowledgement]
    /// When what rang was opened by somebody; nil while it was not.
    package let answered: Instant?

    package init(raised: Instant, acknowledgements: [Acknowledgement] = [], answered: Instant? = nil) {
        self.raised = raised
        self.acknowledgements = acknowledgements
        self.answered = answered
    }

    /// "I have it": stops the climb for a while, once for each person. Opening the report is what ends an alarm.
    package struct Acknowledgement: Sendable, Equatable {
        package let person: String
        package let at: Instant

        package init(person: String, at: Instant) {
            self.person = person
            self.at = at
        }
    }
}
