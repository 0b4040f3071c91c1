import HeedLedger
import HeedPublic

extension Installation {
    /// What the public site says of the force, from the settings.
    /// - Parameter origins: from where forms are taken.
    func siteSettings(origins: Set<String>) throws -> SiteSettings {
        var site = SiteSettings(
            forceName: settings.forceName, placeName: settings.place, emergency: settings.emergency,
            nonEmergency: settings.nonUrgent, hotline: settings.hotline, exitPage: settings.exitURL,
            origins: origins, isDemonstration: settings.isDemonstration,
            accent: try Accent(light: settings.accentLight, dark: settings.accentDark),
            quickSeconds: Int64(settings.quickSeconds), equalLanguages: Set(settings.equalLanguages))
        site.preventLine = settings.preventLine
        site.threatDays = settings.threatDays
        site.securityContact = settings.securityContact
        site.cohortDays = max(1, parameters.interval * parameters.cohort / 86_400)
        return site
    }
}
