package import HeedCore

/// What a force may set about the desk.
package struct DeskSettings: Sendable {
    /// The most work an officer's key file may ask of scrypt, as a power of two; also the cost of refusing an unknown
    /// name.
    package var logN: Int
    /// How long a prepared statement may wait for its signature.
    package var signingTime: Seconds
    /// How long typed text that was not sent is kept, in days.
    package var draftDays: Int
    /// What a notice to the public must be.
    package var notices: NoticeRules
    /// Days for which a threat level is shown, that of its date the first.
    package var threatDays: Int
    /// What the force does beside what every force does.
    package var options: Set<ForceOption>
    /// When the record of a closed concern about a person has to be decided on again.
    package var retention: PreventRetention
    /// Within how long.
    package var clocks: ForceClocks
    /// How long and how often a reporter may be written to.
    package var messages: MessageRules
    /// How long a break-glass runs.
    package var glassLasts: Seconds
    /// The most looks at online material that one person takes in one batch, over all reports.
    package var looksADay: Int

    package init(
        logN: Int = 17, signingTime: Seconds = 600, draftDays: Int = 7, notices: NoticeRules = NoticeRules(),
        threatDays: Int = 14, options: Set<ForceOption> = [], retention: PreventRetention = PreventRetention(),
        clocks: ForceClocks = .declared, messages: MessageRules = MessageRules(), glassLasts: Seconds = Glass.longest,
        looksADay: Int = Exposure.mostADay
    ) {
        self.logN = logN
        self.signingTime = signingTime
        self.draftDays = draftDays
        self.notices = notices
        self.threatDays = threatDays
        self.options = options
        self.retention = retention
        self.clocks = clocks
        self.messages = messages
        self.glassLasts = glassLasts
        self.looksADay = looksADay
    }
}
