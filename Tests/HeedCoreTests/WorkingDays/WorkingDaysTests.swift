import Foundation
import HeedCore
import Testing

@Suite("Working days")
struct WorkingDaysTests {
    @Test("every awkward case is reckoned as its law says", arguments: AwkwardCase.all)
    func awkward(item: AwkwardCase) throws {
        let start = WorkingDaysDocument.moment(item.from)
        if let over = item.over {
            #expect(try item.limit.due(from: start) == WorkingDaysDocument.moment(over), "\(item.from) \(item.why)")
        } else {
            #expect(throws: BeyondCalendar.self) { try item.limit.due(from: start) }
        }
    }

    @Test("the document prints the cases and holidays that are tested here")
    func printed() throws {
        let path = #filePath.components(separatedBy: "/Tests/")[0] + "/Docs/working-days.md"
        var text = try String(contentsOfFile: path, encoding: .utf8)
        if ProcessInfo.processInfo.environment["HEED_WRITE_DOCS"] != nil {
            text = text.components(separatedBy: WorkingDaysDocument.heading)[0] + WorkingDaysDocument.tables
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(
            text.hasSuffix("\n" + WorkingDaysDocument.tables),
            "run the tests with HEED_WRITE_DOCS=1 to print them again")
    }

    @Test("beyond the list nothing is answered, not even that a Sunday is no working day; within it everything is")
    func beyond() throws {
        let known = BankHolidays.published.known
        for law in WorkingDayLaw.allCases {
            let calendar = WorkingCalendar(law)
            var day = known.lowerBound
            while day <= known.upperBound {
                #expect(throws: Never.self) { try calendar.kind(of: day) }
                day = day.adding(1)
            }
            for offset in 0..<14 {
                for outside in [known.lowerBound.adding(-1 - offset), known.upperBound.adding(1 + offset)] {
                    #expect(throws: BeyondCalendar(asked: outside, known: known)) { try calendar.kind(of: outside) }
                }
            }
        }
    }

    @Test("the end of the list rings a year before it is reached")
    func runningOut() throws {
        let holidays = BankHolidays.published
        // 2028 is a leap year: its last day is 365 days after its first.
        #expect(!holidays.isRunningOut(on: try day("2028-01-01")))
        #expect(holidays.isRunningOut(on: try day("2028-01-02")))
        #expect(holidays.isRunningOut(on: try day("2029-06-01")))
        // Inside the year that is left, no limit of any service runs off the list unheard.
        let limits = ReportKind.allCases.flatMap(\.declaredClocks).flatMap { [$0.limit, $0.urgentLimit] }
        for limit in limits + [OnlineClocks.noticeToPublisher] {
            let last = LondonTime.start(of: try day("2028-01-01"))
            #expect(throws: Never.self) { try limit.due(from: last) }
        }
    }

    @Test("a day is a working day by the union only where it is one by the law of every nation")
    func union() throws {
        let nations = [WorkingDayLaw.englandAndWales, .scotland, .northernIreland].map { WorkingCalendar($0) }
        let any = WorkingCalendar(.anyNation)
        var day = any.holidays.known.lowerBound
        var differ = 0
        while day <= any.holidays.known.upperBound {
            let each = try nations.map { calendar in try calendar.isWorking(day) }
            let all = try any.isWorking(day)
            #expect(all == each.allSatisfy(\.self), "\(day.iso)")
            if Set(each).count > 1 { differ += 1 }
            day = day.adding(1)
        }
        // Each year 2 January, 17 March, Easter Monday, 12 July, two Mondays in August, 30 November; and 15 June 2026.
        #expect(differ == 4 * 7 + 1)
    }

    @Test("Christmas Day and Good Friday are never working days by the Terrorism Act, which names them")
    func named() throws {
        let calendar = WorkingCalendar(.anyNation)
        for year in 2025...2028 {
            #expect(try !calendar.isWorking(day("\(year)-12-25")))
            #expect(try !calendar.isWorking(HolidayRules.easterSunday(year).adding(-2)))
        }
    }

    @Test("counting the days between and adding them agree")
    func inverse() throws {
        for law in WorkingDayLaw.allCases {
            let calendar = WorkingCalendar(law)
            var start = try day("2025-01-01")
            while start < (try day("2028-10-01")) {
                for count in [1, 2, 5, 20] {
                    let end = try calendar.day(count, after: start)
                    #expect(try calendar.isWorking(end))
                    #expect(try calendar.count(after: start, through: end) == count)
                    #expect(try calendar.count(after: start, through: end.adding(-1)) == count - 1)
                }
                start = start.adding(3)
            }
        }
    }

    @Test("a holiday proclaimed later counts from the moment a force adds it")
    func proclaimed() throws {
        let friday = try day("2027-06-11")
        let monday = friday.adding(3)
        let more = BankHolidays.published.adding([BankHoliday(monday, "Made up", in: [.scotland])])
        #expect(try WorkingCalendar(.anyNation).day(1, after: friday) == monday)
        #expect(try WorkingCalendar(.anyNation, holidays: more).day(1, after: friday) == monday.adding(1))
        #expect(try WorkingCalendar(.englandAndWales, holidays: more).day(1, after: friday) == monday)
        let kind = try WorkingCalendar(.scotland, holidays: more).kind(of: monday)
        #expect(kind == .holiday([BankHoliday(monday, "Made up", in: [.scotland])]))
    }

    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }
}
