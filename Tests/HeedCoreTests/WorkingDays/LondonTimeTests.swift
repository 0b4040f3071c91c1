import Foundation
import HeedCore
import Testing

@Suite("Time in London")
struct LondonTimeTests {
    @Test("clocks change exactly when the time zone database says, from 2002 to 2037")
    func database() throws {
        let zone = try #require(TimeZone(identifier: "Europe/London"))
        var moment = Date(timeIntervalSince1970: 1_009_843_200)
        var changes = 0
        while let change = zone.nextDaylightSavingTimeTransition(after: moment),
            change.timeIntervalSince1970 < 2_145_916_800
        {
            let second = Int64(change.timeIntervalSince1970)
            #expect(LondonTime.isSummer(at: Instant(seconds: second)) == zone.isDaylightSavingTime(for: change))
            #expect(
                LondonTime.isSummer(at: Instant(milliseconds: second * 1_000 - 1))
                    != LondonTime.isSummer(at: Instant(seconds: second)))
            moment = change
            changes += 1
        }
        #expect(changes == 36 * 2)
        for day in 0..<13_000 {
            let second = 1_009_843_200 + Int64(day) * 86_400
            let isSummer = zone.isDaylightSavingTime(for: Date(timeIntervalSince1970: Double(second)))
            if LondonTime.isSummer(at: Instant(seconds: second)) != isSummer { Issue.record("\(second)") }
        }
    }

    @Test("days of London follow each other without a gap, and last 24 hours but on the two Sundays")
    func days() throws {
        var day = try #require(CalendarDay(iso: "2025-01-01"))
        var lengths: [Int64: Int] = [:]
        for _ in 0..<1_461 {
            let start = LondonTime.start(of: day)
            let end = LondonTime.end(of: day)
            lengths[end - start, default: 0] += 1
            #expect(LondonTime.day(of: start) == day)
            #expect(LondonTime.day(of: Instant(milliseconds: end.milliseconds - 1)) == day)
            #expect(LondonTime.day(of: end) == day.adding(1))
            #expect(LondonTime.time(of: start).text == "00:00")
            day = day.adding(1)
        }
        #expect(lengths == [86_400: 1_453, 82_800: 4, 90_000: 4])
    }

    @Test("the hour that comes twice has a first and a last; the hour that is left out is when it would have been")
    func change() throws {
        let half = try #require(TimeOfDay("01:30"))
        let back = try #require(CalendarDay(iso: "2026-10-25"))
        #expect(LondonTime.first(back, half) == back.start + 1_800)
        #expect(LondonTime.last(back, half) == back.start + 5_400)
        let forward = try #require(CalendarDay(iso: "2026-03-29"))
        #expect(LondonTime.first(forward, half) == forward.start + 5_400)
        #expect(LondonTime.last(forward, half) == forward.start + 5_400)
        #expect(LondonTime.time(of: LondonTime.first(forward, half)).text == "02:30")
    }

    @Test("every minute of every other hour is one moment, shown as it was asked for")
    func roundTrip() throws {
        for iso in [
            "2026-01-15", "2026-03-28", "2026-03-29", "2026-03-30", "2026-07-15", "2026-10-24", "2026-10-25",
            "2026-10-26",
        ] {
            let day = try #require(CalendarDay(iso: iso))
            for minute in 0..<1_440 where !(60..<120).contains(minute) {
                let time = try #require(TimeOfDay(hour: minute / 60, minute: minute % 60))
                let first = LondonTime.first(day, time)
                #expect(first == LondonTime.last(day, time))
                #expect(LondonTime.day(of: first) == day && LondonTime.time(of: first) == time)
            }
        }
    }

    @Test(
        "a time of day is two digits, a colon and two digits",
        arguments: ["24:00", "12:60", "1:30", "+1:30", "12-30", "", "0１:30"])
    func notATime(text: String) { #expect(TimeOfDay(text) == nil) }

    @Test("weekdays known from elsewhere; numbers and days are each other's inverse")
    func counting() throws {
        for (iso, weekday) in [
            ("1970-01-01", Weekday.thursday), ("1969-12-31", .wednesday), ("2000-02-29", .tuesday),
            ("2026-11-28", .saturday),
            ("1900-01-01", .monday),
        ] {
            #expect(try #require(CalendarDay(iso: iso)).weekday == weekday, "\(iso)")
        }
        for number in -30_000..<60_000 where CalendarDay(number: number).number != number { Issue.record("\(number)") }
        #expect(CalendarDay.last(.sunday, of: 12, in: 2027).iso == "2027-12-26")
    }
}
