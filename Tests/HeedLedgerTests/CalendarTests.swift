import Testing

@testable import HeedLedger

@Suite struct CalendarTests {
    let day = 86_400

    @Test("cohort 20 ends with batch 146: in the log by 147, opened by 147, decided by 160")
    func workedExample() throws {
        let calendar = try BatchCalendar(t0: Vector.t0)
        #expect(calendar.lastBatch(ofCohort: 20) == 146)
        #expect(calendar.includeBy(cohort: 20) == 147)
        #expect(calendar.openedDue(cohort: 20) == 147)
        #expect(calendar.decidedDue(cohort: 20) == 160)
        #expect(calendar.closingDate(of: 147).description == "2026-11-28")
        #expect(calendar.openingDate(of: 142).description == "2026-11-22")
    }

    @Test("a batch holds its first second and not the next batch's")
    func edges() throws {
        let calendar = try BatchCalendar(t0: Vector.t0)
        for batch in [0, 1, 6, 7, 146, 10_000] {
            let opens = Vector.t0 + batch * day
            #expect(calendar.batch(at: opens) == batch)
            #expect(calendar.batch(at: opens + day - 1) == batch)
            #expect(calendar.close(of: batch) == opens + day)
        }
    }

    @Test("a clock before the ledger began counts as batch 0 and turns nobody away")
    func beforeStart() throws {
        let calendar = try BatchCalendar(t0: Vector.t0)
        #expect(calendar.batch(at: Vector.t0 - 1) == 0)
        #expect(calendar.batch(at: 0) == 0)
    }

    @Test("batches are 86,400 seconds on both nights of a clock change and on a leap day")
    func civilTimeChangesNothing() throws {
        let start = try #require(UTCDate("2028-02-28")).unixSeconds
        let calendar = try BatchCalendar(t0: start)
        for days in 0..<400 { #expect(calendar.batch(at: start + days * day) == days) }
        #expect(calendar.openingDate(of: 1).description == "2028-02-29")
        #expect(calendar.openingDate(of: 2).description == "2028-03-01")
    }

    @Test("no opened leaf comes out before E+1, no decided leaf before E+14, and a late one waits for a cohort's end")
    func release() throws {
        let calendar = try BatchCalendar(t0: Vector.t0)
        for batch in 140..<400 {
            let opened = calendar.releaseBatch(of: .opened, cohort: 20, takenIn: batch)
            let decided = calendar.releaseBatch(of: .decided, cohort: 20, takenIn: batch)
            #expect(opened >= 147 && opened >= batch)
            #expect(decided >= 160 && decided >= batch)
            #expect(opened == 147 || (opened + 1).isMultiple(of: 7))
            #expect(decided == 160 || (decided + 1).isMultiple(of: 7))
        }
        #expect(calendar.releaseBatch(of: .received, cohort: 20, takenIn: 140) == 146)
    }

    @Test("dates print and read back for every day of four centuries; days that do not exist are refused")
    func dates() {
        for days in stride(from: -20_000, through: 130_000, by: 1) {
            let date = UTCDate(daysSinceEpoch: days)
            #expect(UTCDate(date.description) == date)
        }
        #expect(UTCDate(daysSinceEpoch: 0).description == "1970-01-01")
        #expect(UTCDate(unixSeconds: -1).description == "1969-12-31")
        for text in [
            "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "+026-01-01", "2026-01-01 ", "", "٢٠٢٦-01-01",
        ] {
            #expect(UTCDate(text) == nil)
        }
    }

    @Test("numbers that no calendar can have are refused")
    func badNumbers() {
        #expect(throws: LedgerError.outOfRange) { try BatchCalendar(t0: 0, interval: 0) }
        #expect(throws: LedgerError.outOfRange) { try BatchCalendar(t0: 0, cohortLength: 0) }
        #expect(throws: LedgerError.outOfRange) { try BatchCalendar(t0: -1) }
        #expect(throws: LedgerError.outOfRange) { try Promises(opened: 2, decided: 1) }
        #expect(throws: LedgerError.outOfRange) { try Promises(opened: 0, decided: 1) }
    }
}
