import HeedCore
import Testing

@Suite struct CalendarDayTests {
    @Test func `every day of eight centuries begins where the one before it ends`() throws {
        var moment = Instant(seconds: -62_167_219_200 + 1_600 * 31_556_952)
        var previous = CalendarDay(moment)
        moment = previous.start
        var wrong: [Instant] = []
        for _ in 0..<292_194 {
            let day = CalendarDay(moment)
            let isRight =
                day.start == moment && CalendarDay(Instant(milliseconds: moment.milliseconds + 86_399_999)) == day
                && (day == previous || previous < day)
            if !isRight { wrong.append(moment) }
            previous = day
            moment = moment + 86_400
        }
        #expect(wrong == [])
        #expect(previous.year > 2390)
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -86_400), ("2000-02-29", 951_782_400), ("2026-11-22", 1_795_305_600),
        ("1900-03-01", -2_203_891_200),
    ])
    func `days known from elsewhere`(iso: String, seconds: Int64) throws {
        let day = try #require(CalendarDay(iso: iso))
        #expect(day.start == Instant(seconds: seconds) && day.iso == iso)
    }

    @Test(arguments: [
        "2026-13-01", "2026-00-01", "2026-1", "", "x-y-z", "2026-01-32", "2026-02-29", "1900-02-29", "2026-04-31",
    ])
    func `what is no day is not taken for one`(text: String) { #expect(CalendarDay(iso: text) == nil) }
}
