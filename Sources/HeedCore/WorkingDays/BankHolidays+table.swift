extension BankHolidays {
    /// Bank holidays of the United Kingdom, 2025 to 2028.
    ///
    /// Source: the list of GOV.UK (https://www.gov.uk/bank-holidays) as it stood in September 2026. It rests on the Banking
    /// and Financial Dealings Act 1971, section 1 and Schedule 1, proclamations under it, and the St Andrew's Day Bank
    /// Holiday (Scotland) Act 2007; in England, Wales and Northern Ireland Good Friday and Christmas Day are holidays by
    /// common law. The tests work out every row from the rules, but those proclaimed once, and compare.
    package static let published = BankHolidays(
        table.map { row in BankHoliday(row.day, row.name, in: row.nations, isSubstitute: row.isSubstitute) },
        known: day("2025-01-01")...day("2028-12-31"))

    private typealias Row = (day: CalendarDay, name: String, nations: Set<Nation>, isSubstitute: Bool)

    private static let table: [Row] = [
        on("2025-01-01", "New Year's Day", everywhere),
        on("2025-01-02", "2nd January", scotland),
        on("2025-03-17", "St Patrick's Day", ireland),
        on("2025-04-18", "Good Friday", everywhere),
        on("2025-04-21", "Easter Monday", notScotland),
        on("2025-05-05", "Early May bank holiday", everywhere),
        on("2025-05-26", "Spring bank holiday", everywhere),
        instead("2025-07-14", "Battle of the Boyne", ireland),
        on("2025-08-04", "Summer bank holiday", scotland),
        on("2025-08-25", "Summer bank holiday", notScotland),
        instead("2025-12-01", "St Andrew's Day", scotland),
        on("2025-12-25", "Christmas Day", everywhere),
        on("2025-12-26", "Boxing Day", everywhere),

        on("2026-01-01", "New Year's Day", everywhere),
        on("2026-01-02", "2nd January", scotland),
        on("2026-03-17", "St Patrick's Day", ireland),
        on("2026-04-03", "Good Friday", everywhere),
        on("2026-04-06", "Easter Monday", notScotland),
        on("2026-05-04", "Early May bank holiday", everywhere),
        on("2026-05-25", "Spring bank holiday", everywhere),
        // Proclaimed once, on 3 February 2026.
        on("2026-06-15", "World Cup bank holiday", scotland),
        instead("2026-07-13", "Battle of the Boyne", ireland),
        on("2026-08-03", "Summer bank holiday", scotland),
        on("2026-08-31", "Summer bank holiday", notScotland),
        on("2026-11-30", "St Andrew's Day", scotland),
        on("2026-12-25", "Christmas Day", everywhere),
        instead("2026-12-28", "Boxing Day", everywhere),

        on("2027-01-01", "New Year's Day", everywhere),
        instead("2027-01-04", "2nd January", scotland),
        on("2027-03-17", "St Patrick's Day", ireland),
        on("2027-03-26", "Good Friday", everywhere),
        on("2027-03-29", "Easter Monday", notScotland),
        on("2027-05-03", "Early May bank holiday", everywhere),
        on("2027-05-31", "Spring bank holiday", everywhere),
        on("2027-07-12", "Battle of the Boyne", ireland),
        on("2027-08-02", "Summer bank holiday", scotland),
        on("2027-08-30", "Summer bank holiday", notScotland),
        on("2027-11-30", "St Andrew's Day", scotland),
        instead("2027-12-27", "Christmas Day", everywhere),
        instead("2027-12-28", "Boxing Day", everywhere),

        instead("2028-01-03", "New Year's Day", everywhere),
        instead("2028-01-04", "2nd January", scotland),
        on("2028-03-17", "St Patrick's Day", ireland),
        on("2028-04-14", "Good Friday", everywhere),
        on("2028-04-17", "Easter Monday", notScotland),
        on("2028-05-01", "Early May bank holiday", everywhere),
        on("2028-05-29", "Spring bank holiday", everywhere),
        on("2028-07-12", "Battle of the Boyne", ireland),
        on("2028-08-07", "Summer bank holiday", scotland),
        on("2028-08-28", "Summer bank holiday", notScotland),
        on("2028-11-30", "St Andrew's Day", scotland),
        on("2028-12-25", "Christmas Day", everywhere),
        on("2028-12-26", "Boxing Day", everywhere),
    ]

    private static let everywhere = Set(Nation.allCases)
    private static let notScotland: Set<Nation> = [.englandAndWales, .northernIreland]
    private static let scotland: Set<Nation> = [.scotland]
    private static let ireland: Set<Nation> = [.northernIreland]

    private static func on(_ iso: String, _ name: String, _ nations: Set<Nation>) -> Row {
        (day(iso), name, nations, false)
    }

    private static func instead(_ iso: String, _ name: String, _ nations: Set<Nation>) -> Row {
        (day(iso), name, nations, true)
    }

    private static func day(_ iso: String) -> CalendarDay { CalendarDay(iso: iso)! }
}
