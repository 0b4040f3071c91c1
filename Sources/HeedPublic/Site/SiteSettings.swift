/// What differs from force to force on the public site. Comes from the program's settings; no page names a force.
package struct SiteSettings: Sendable {
    /// `Derbyshire Constabulary`.
    package var forceName: String
    /// `Derbyshire`: large on every page, and in titles.
    package var placeName: String
    /// Telephone numbers as people read them.
    package var emergency: String
    package var nonEmergency: String
    package var hotline: String
    /// Where "Leave quickly" leads: a page that says nothing of the visit.
    package var exitPage: String
    /// As browsers write it, `https://report.example`: only forms from here are taken.
    package var origins: Set<String>
    /// Pages say that nothing reaches the police.
    package var isDemonstration: Bool
    package var accent: Accent
    package var national: NationalRoutes
    /// A form back sooner than this is looked at by a person in the lane of set-aside reports. Never refused.
    package var quickSeconds: Int64
    /// Languages that stand beside the first as equals: a page that one of them lacks is published in none.
    package var equalLanguages: Set<String>
    /// The force's own Prevent team; empty: the number for what is not urgent.
    package var preventLine = ""
    /// Where to tell of a weakness of this site, for `security.txt`: an address with its scheme.
    package var securityContact = "tel:101"
    /// Days that one group of reports takes in the public record.
    package var cohortDays = 7
    /// Days for which a threat level is shown, that of its date the first.
    package var threatDays = 14
    /// In front of links to what answers for itself, such as the form: empty here; this site's own address,
    /// `https://report.example`, in a copy of the guidance elsewhere.
    package var liveBase = ""

    package init(
        forceName: String, placeName: String, emergency: String, nonEmergency: String, hotline: String,
        exitPage: String, origins: Set<String>, isDemonstration: Bool, accent: Accent = .river,
        national: NationalRoutes = .unitedKingdom, quickSeconds: Int64 = 5,
        equalLanguages: Set<String> = []
    ) {
        self.forceName = forceName
        self.placeName = placeName
        self.emergency = emergency
        self.nonEmergency = nonEmergency
        self.hotline = hotline
        self.exitPage = exitPage
        self.origins = origins
        self.isDemonstration = isDemonstration
        self.accent = accent
        self.national = national
        self.quickSeconds = quickSeconds
        self.equalLanguages = equalLanguages
    }
}
