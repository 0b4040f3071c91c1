import HeedCore

/// Periods that are easily reckoned wrong. The document `Docs/working-days.md` prints them; the tests hold it to them.
struct AwkwardCase: Sendable {
    /// UTC, to the minute.
    let from: String
    let limit: TimeLimit
    /// The first moment after the period, UTC; nil where the list of holidays does not reach.
    let over: String?
    /// What makes it awkward.
    let why: String

    static func days(
        _ count: Int, _ law: WorkingDayLaw, _ from: String, _ over: String?, _ why: String
    ) -> AwkwardCase {
        AwkwardCase(from: from, limit: .workingDays(count, law), over: over, why: why)
    }

    static func hours(_ count: Int64, _ from: String, _ over: String, _ why: String) -> AwkwardCase {
        AwkwardCase(from: from, limit: .seconds(count * 3_600), over: over, why: why)
    }
}

extension AwkwardCase {
    static let all = nations + easter + yearEnds + notices + clocks + edges

    /// Banking and Financial Dealings Act 1971, Schedule 1; St Andrew's Day Bank Holiday (Scotland) Act 2007; GOV.UK's
    /// list.
    static let nations: [AwkwardCase] = [
        // 1971 Act, Schedule 1, paragraph 2 (Scotland).
        days(1, .englandAndWales, "2025-12-31 12:00", "2026-01-03 00:00", "2 January is a working day"),
        days(1, .scotland, "2025-12-31 12:00", "2026-01-06 00:00", "2 January is a holiday in Scotland"),
        days(1, .anyNation, "2025-12-31 12:00", "2026-01-06 00:00", "Scotland's holiday counts everywhere"),
        // 1971 Act, Schedule 1, paragraph 3 (Northern Ireland).
        days(1, .englandAndWales, "2026-03-16 12:00", "2026-03-18 00:00", "St Patrick's Day, a working day"),
        days(1, .northernIreland, "2026-03-16 12:00", "2026-03-19 00:00", "St Patrick's Day"),
        days(1, .anyNation, "2026-03-16 12:00", "2026-03-19 00:00", "St Patrick's Day counts everywhere"),
        // Proclaimed each year under the 1971 Act, by the Secretary of State. In 2026 the 12th is a Sunday.
        days(1, .englandAndWales, "2026-07-10 12:00", "2026-07-13 23:00", "13 July, a working day"),
        days(1, .northernIreland, "2026-07-10 12:00", "2026-07-14 23:00", "12 July on a Sunday: the 13th"),
        days(1, .anyNation, "2026-07-10 12:00", "2026-07-14 23:00", "and it counts everywhere"),
        days(1, .northernIreland, "2025-07-11 12:00", "2025-07-15 23:00", "12 July on a Saturday: the 14th"),
        days(1, .northernIreland, "2027-07-09 12:00", "2027-07-13 23:00", "12 July on a Monday"),
        // 2007 Act (asp 2), section 1, which moves the day to Monday from a weekend.
        days(1, .englandAndWales, "2026-11-27 12:00", "2026-12-01 00:00", "St Andrew's Day, a working day"),
        days(1, .scotland, "2026-11-27 12:00", "2026-12-02 00:00", "St Andrew's Day"),
        days(1, .anyNation, "2026-11-27 12:00", "2026-12-02 00:00", "St Andrew's Day counts everywhere"),
        days(1, .scotland, "2025-11-28 12:00", "2025-12-03 00:00", "30 November on a Sunday: 1 December"),
        // 1971 Act, Schedule 1: first Monday of August in Scotland, last Monday elsewhere.
        days(1, .scotland, "2026-07-31 12:00", "2026-08-04 23:00", "first Monday of August"),
        days(1, .englandAndWales, "2026-07-31 12:00", "2026-08-03 23:00", "first Monday, a working day"),
        days(1, .anyNation, "2026-07-31 12:00", "2026-08-04 23:00", "the first Monday counts everywhere"),
        days(1, .scotland, "2026-08-28 12:00", "2026-08-31 23:00", "last Monday, a working day in Scotland"),
        days(1, .englandAndWales, "2026-08-28 12:00", "2026-09-01 23:00", "last Monday of August"),
        days(1, .northernIreland, "2026-08-28 12:00", "2026-09-01 23:00", "last Monday of August"),
        days(1, .anyNation, "2026-08-28 12:00", "2026-09-01 23:00", "the last Monday counts everywhere too"),
        // Proclamation of 3 February 2026 under the 1971 Act, section 1(3).
        days(1, .englandAndWales, "2026-06-12 12:00", "2026-06-15 23:00", "15 June 2026, a working day"),
        days(1, .scotland, "2026-06-12 12:00", "2026-06-16 23:00", "a holiday proclaimed once, in Scotland"),
        days(1, .anyNation, "2026-06-12 12:00", "2026-06-16 23:00", "and it counts everywhere"),
    ]

    /// Good Friday is named by the Terrorism Act 2006, section 3(9)(b); Easter Monday is in the 1971 Act, but not for
    /// Scotland.
    static let easter: [AwkwardCase] = [
        days(1, .englandAndWales, "2026-04-02 12:00", "2026-04-07 23:00", "Good Friday and Easter Monday"),
        days(1, .scotland, "2026-04-02 12:00", "2026-04-06 23:00", "no Easter Monday in Scotland"),
        days(1, .northernIreland, "2026-04-02 12:00", "2026-04-07 23:00", "Good Friday and Easter Monday"),
        days(2, .anyNation, "2026-04-02 12:00", "2026-04-08 23:00", "a notice given before Easter"),
        // Clocks go forward on 28 March 2027, which is Easter Sunday.
        days(1, .englandAndWales, "2027-03-25 12:00", "2027-03-30 23:00", "Easter and the change of clocks"),
        days(1, .scotland, "2027-03-25 12:00", "2027-03-29 23:00", "the same in Scotland"),
    ]

    /// Substitutes: 1971 Act, Schedule 1 (27 December where the 25th or 26th is a Sunday), the rest proclaimed;
    /// GOV.UK's list.
    static let yearEnds: [AwkwardCase] = [
        days(1, .englandAndWales, "2025-12-24 12:00", "2025-12-30 00:00", "Christmas on a Thursday"),
        days(2, .anyNation, "2026-12-24 12:00", "2026-12-31 00:00", "26 December on a Saturday: the 28th"),
        days(1, .scotland, "2026-12-31 12:00", "2027-01-06 00:00", "2 January on a Saturday: the 4th"),
        days(1, .englandAndWales, "2026-12-31 12:00", "2027-01-05 00:00", "which is a working day elsewhere"),
        days(
            1, .englandAndWales, "2027-12-24 12:00", "2027-12-30 00:00",
            "Christmas on a Saturday: 27th, 28th"),
        days(1, .englandAndWales, "2027-12-31 12:00", "2028-01-05 00:00", "1 January on a Saturday: the 3rd"),
        days(1, .scotland, "2027-12-31 12:00", "2028-01-06 00:00", "and 2 January: the 4th"),
        days(2, .anyNation, "2027-12-30 12:00", "2028-01-06 00:00", "two days take a week"),
    ]

    /// Notices to publishers: Terrorism Act 2006, section 3(2)(b) and (9). Two working days in every part of the United Kingdom,
    /// of which the day of the notice is none.
    static let notices: [AwkwardCase] = [
        days(2, .anyNation, "2026-03-16 12:00", "2026-03-20 00:00", "a notice on the eve of St Patrick's Day"),
        days(2, .anyNation, "2026-05-01 12:00", "2026-05-06 23:00", "a notice before the early May bank holiday"),
        days(2, .anyNation, "2026-06-12 12:00", "2026-06-17 23:00", "a notice before the day proclaimed in Scotland"),
        days(2, .anyNation, "2026-07-10 12:00", "2026-07-15 23:00", "a notice before the Boyne, kept on the 13th"),
        days(2, .anyNation, "2026-07-31 12:00", "2026-08-05 23:00", "a notice before Scotland's summer bank holiday"),
        days(2, .anyNation, "2026-11-27 12:00", "2026-12-03 00:00", "a notice before St Andrew's Day"),
        days(2, .anyNation, "2026-11-28 12:00", "2026-12-03 00:00", "a notice on the Saturday before it"),
        days(2, .anyNation, "2026-12-31 12:00", "2027-01-07 00:00", "a notice on the last day of 2026"),
    ]

    /// Summer Time Act 1972, section 1, as amended by S.I. 2002/262.
    static let clocks: [AwkwardCase] = [
        days(1, .englandAndWales, "2026-03-27 12:00", "2026-03-30 23:00", "ends at midnight of summer time"),
        days(1, .englandAndWales, "2026-10-23 12:00", "2026-10-27 00:00", "ends at midnight of winter time"),
        days(2, .anyNation, "2026-06-01 23:30", "2026-06-04 23:00", "given at 00:30 on 2 June in London"),
        days(2, .anyNation, "2026-02-02 23:30", "2026-02-05 00:00", "given at 23:30 on 2 February in London"),
        hours(24, "2026-03-28 12:00", "2026-03-29 12:00", "noon to 13:00: one hour was left out"),
        hours(24, "2026-10-24 11:00", "2026-10-25 11:00", "noon to 11:00: one hour came twice"),
        hours(72, "2026-10-23 23:30", "2026-10-26 23:30", "from 00:30 on the 24th to 23:30 on the 26th"),
    ]

    /// Terrorism Act 2006, section 3(2)(b), for where days are counted from; the calendar; the end of the list.
    static let edges: [AwkwardCase] = [
        days(2, .anyNation, "2026-12-05 12:00", "2026-12-09 00:00", "starts on a Saturday"),
        days(1, .englandAndWales, "2026-05-25 12:00", "2026-05-26 23:00", "starts on a bank holiday"),
        days(0, .englandAndWales, "2026-11-22 12:00", "2026-11-23 00:00", "the same day, a Sunday"),
        days(1, .englandAndWales, "2028-02-28 12:00", "2028-03-01 00:00", "29 February"),
        days(1, .englandAndWales, "2027-02-26 12:00", "2027-03-02 00:00", "no 29 February"),
        days(1, .anyNation, "2028-12-28 12:00", "2028-12-30 00:00", "the last working day that is known"),
        days(2, .anyNation, "2028-12-28 12:00", nil, "beyond the list: no answer, but an alarm"),
        days(1, .anyNation, "2024-12-30 12:00", nil, "before the list: no answer, but an alarm"),
    ]
}
