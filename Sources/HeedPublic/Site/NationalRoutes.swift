/// Where a country's own services are, for pages that lead on to them. A force elsewhere brings its own.
package struct NationalRoutes: Sendable {
    /// The form for terrorist material online.
    package var onlineReport: String
    /// A line, and its site, for worries about a person.
    package var adviceLine: String
    package var advicePage: String
    /// Advice for businesses.
    package var protectPage: String
    package var travelPage: String
    package var preventPage: String
    /// Today's threat level.
    package var threatPage: String
    /// Lines that are no part of the police: for crime without a name, and for children.
    package var crimestoppers: String
    package var childline: String
    /// Short answers to general questions for the police.
    package var answersPage: String
    /// Textphone numbers: emergency, and not urgent.
    package var relay: String
    package var textPhone: String

    package static let unitedKingdom = NationalRoutes(
        onlineReport: "https://www.gov.uk/report-terrorism",
        adviceLine: "0800 011 3764",
        advicePage: "https://actearly.uk/",
        protectPage: "https://www.protectuk.police.uk/",
        travelPage: "https://www.gov.uk/foreign-travel-advice",
        preventPage: "https://www.gov.uk/government/collections/contest",
        threatPage: "https://www.gov.uk/terrorism-national-emergency",
        crimestoppers: "0800 555 111",
        childline: "0800 1111",
        answersPage: "https://www.askthe.police.uk/",
        relay: "18000",
        textPhone: "18001 101")
}
