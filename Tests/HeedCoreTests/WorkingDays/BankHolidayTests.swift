import HeedCore
import Testing

@Suite("Bank holidays")
struct BankHolidayTests {
    /// Proclaimed once: no rule gives them.
    private static let once = ["2026-06-15"]

    @Test(
        "the list is what the rules give, substitutes included, and nothing but what was proclaimed once beside",
        arguments: 2025...2028, Nation.allCases)
    func rules(year: Int, nation: Nation) {
        let rows = BankHolidays.published.all.filter {
            $0.day.year == year && $0.nations.contains(nation) && !Self.once.contains($0.day.iso)
        }
        let listed = Dictionary(uniqueKeysWithValues: rows.map { ($0.day, $0.isSubstitute) })
        #expect(listed == HolidayRules.holidays(of: nation, in: year))
        #expect(rows.count == (nation == .englandAndWales ? 8 : nation == .scotland ? 9 : 10))
    }

    /// GOV.UK's list for years before ours in which nothing was proclaimed or moved, so that the rules are not only
    /// those of four years.
    @Test(
        "the rules give what GOV.UK listed for earlier years",
        arguments: [
            (
                2021, Nation.scotland,
                "01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28"
            ),
            (2021, .englandAndWales, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"),
            (2024, .scotland, "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26"),
            (2024, .northernIreland, "01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26"),
            (2019, .northernIreland, "01-01 03-18 04-19 04-22 05-06 05-27 07-12 08-26 12-25 12-26"),
            (2017, .scotland, "01-02 01-03 04-14 05-01 05-29 08-07 11-30 12-25 12-26"),
            (2017, .englandAndWales, "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
        ])
    func earlier(year: Int, nation: Nation, days: String) {
        let worked = HolidayRules.holidays(of: nation, in: year).keys.sorted().map { String($0.iso.dropFirst(5)) }
        #expect(worked.joined(separator: " ") == days)
    }

    @Test(
        "Easter where it is known from elsewhere: earliest, latest, and between",
        arguments: [
            "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2019-04-21",
            "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25", "2285-03-22",
        ])
    func easter(iso: String) throws {
        let day = try #require(CalendarDay(iso: iso))
        #expect(HolidayRules.easterSunday(day.year) == day)
    }

    @Test("no holiday falls on a weekend or stands twice for a nation")
    func sane() {
        for holiday in BankHolidays.published.all {
            #expect(!holiday.day.weekday.isWeekend, "\(holiday.day.iso)")
            #expect(!holiday.nations.isEmpty)
            #expect(BankHolidays.published.known.contains(holiday.day))
        }
        for nation in Nation.allCases {
            let days = BankHolidays.published.all.filter { $0.nations.contains(nation) }.map(\.day)
            #expect(Set(days).count == days.count)
        }
    }
}
