import HeedCasework
import HeedCore
import HeedTestKit
import Testing

@Suite("Years on the board")
struct YearBoardTests {
    @Test(
        "a team finds its own year, counted once, after it has ended, by the small-number rule",
        arguments: Engine.available)
    func years(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (fir, juniper) = (try await station.signIn("fir"), try await station.signIn("juniper"))
            for _ in 0..<6 {
                let thread = try await station.report(kind: .engagement).thread
                _ = try await OpenReport(station.desk).perform(StepForm(session: fir, thread: thread, version: 0))
                try await station.record(.booked, fir, thread)
                try await station.record(.held, fir, thread, ["audience": "youth", "attended": "12"])
            }
            let place = try await station.report(kind: .protect).thread
            _ = try await OpenReport(station.desk).perform(StepForm(session: juniper, thread: place, version: 0))
            try await station.record(.weighed, juniper, place)
            try await station.record(.booked, juniper, place, ["activity": "training"])
            try await station.record(.held, juniper, place, ["attended": "48"])
            #expect(try await station.board("fir").years.allSatisfy { $0.years.isEmpty && $0.waiting.isEmpty })

            try await station.move(to: LondonTime.start(of: CalendarDay(iso: "2027-04-02")!))
            let prevent = try await station.board("fir").years
            #expect(prevent.map(\.topic) == [.engagements, .engaged])
            let youth = try #require(EngagementForm.groups.firstIndex(of: "youth"))
            #expect(prevent[0].years[0].figures[youth] == .about(5) && prevent[1].years[0].figures[youth] == .about(70))
            #expect(prevent[0].years[0].figures.count { $0 == .few } == EngagementForm.groups.count - 1)
            let protect = try await station.board("juniper").years
            #expect(protect.map(\.topic) == [.visits, .visited])
            #expect(protect[0].years[0].figures.allSatisfy { $0 == .few })
            #expect(protect[1].years[0].figures == [.few, .few, .about(50), .few])
            #expect(try await station.board("cedar").years.map(\.topic) == [.differently])

            // Recorded later: another year's.
            let late = try await station.report(kind: .engagement).thread
            let again = try await station.signIn("fir")
            _ = try await OpenReport(station.desk).perform(StepForm(session: again, thread: late, version: 0))
            try await station.record(.booked, again, late)
            try await station.record(.held, again, late, ["audience": "youth", "attended": "900"])
            let figures = try await station.figures(.engaged, "maple")
            #expect(figures.count == 1 && figures[0][youth] == 72)
            #expect(try await station.board("maple").years[1].years[0].figures[youth] == .about(70))
        }
    }

    @Test("what officers answered to the question about looks is counted by the year, and joined to nothing")
    func differently() async throws {
        try await Station.on(.sqlite) { station in
            let alder = try await station.signIn("alder")
            for _ in 0..<5 {
                let thread = try await station.report().thread
                _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: thread, version: 0))
                var triage = Station.triage
                triage.differently = .not
                _ = try await Triage(station.desk).perform(station.form(alder, thread), assessment: triage)
                _ = try await ProposeNoAction(station.desk).perform(
                    station.form(alder, thread), decision: Station.noAction)
                _ = try await Confirm(station.desk).perform(
                    station.form(station.signIn("cedar"), thread), reason: "")
            }
            try await station.move(to: LondonTime.start(of: CalendarDay(iso: "2027-04-02")!))
            let year = try #require(try await station.board("dogwood").years.first?.years.first)
            #expect(year.figures == [.few, .few, .few, .few, .about(5), .few])
            #expect(YearTally.answers[4] == "none-not")
        }
    }
}
