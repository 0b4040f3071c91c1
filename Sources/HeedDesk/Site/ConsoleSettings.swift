/// What a force sets about its desk's pages. No force is named anywhere else in the code or the templates.
package struct ConsoleSettings: Sendable {
    package var forceName: String
    package var marking: String
    package var emergency: String
    package var nonEmergency: String
    package var hotline: String
    /// As browsers write them: `https://desk.example`.
    package var origins: Set<String>
    /// Days for which a workstation may remember the secret code.
    package var workstationDays: Int
    /// Whom officers turn to who have seen too much. Empty: the catalogue's words.
    package var support: String

    package init(
        forceName: String, marking: String = "OFFICIAL-SENSITIVE", emergency: String = "999",
        nonEmergency: String = "101", hotline: String = "0800 789 321", origins: Set<String>,
        workstationDays: Int = 365, support: String = ""
    ) {
        self.forceName = forceName
        self.marking = marking
        self.emergency = emergency
        self.nonEmergency = nonEmergency
        self.hotline = hotline
        self.origins = origins
        self.workstationDays = workstationDays
        self.support = support
    }
}
