/// By which law a day is a working day. The law that sets a period says which; none is a default for all.
package enum WorkingDayLaw: String, CaseIterable, Sendable, Codable {
    case englandAndWales = "england-and-wales"
    case scotland
    case northernIreland = "northern-ireland"
    /// No weekend, Christmas Day, Good Friday, or bank holiday in any part of the United Kingdom: so a holiday of one
    /// nation counts in all. Terrorism Act 2006, section 3(9), for the two days of a notice.
    case anyNation = "any-nation"

    /// Whose bank holidays are not working days.
    package var nations: Set<Nation> {
        switch self {
        case .englandAndWales: [.englandAndWales]
        case .scotland: [.scotland]
        case .northernIreland: [.northernIreland]
        case .anyNation: Set(Nation.allCases)
        }
    }
}
