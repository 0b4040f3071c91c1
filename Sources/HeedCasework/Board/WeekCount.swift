import HeedCore
import HeedLedger
import HeedSQL
import HeedStore

/// Counts the reports of one kind that came in one week, as each stood when the week ended.
///
/// Who counts, and when, changes nothing: reports are placed by the exact time sealed in them, and where each stood is told
/// again from its signed steps. A report that does not open is placed by its batch and, unless the store names who decided,
/// counted as overdue: what cannot be read is never counted as well.
struct WeekCount {
    let desk: Desk
    let officer: UnlockedOfficer
    /// What the queue's cards say of reports that nobody has opened, by thread: those need no second look.
    let unopened: [[UInt8]: CardHead]

    /// The store's batch may lag behind the clock by so many.
    static let lag = 7

    /// In the order of the layout's parts.
    /// - Returns: nil where this officer lacks a key of one of the reports: somebody else counts.
    func counts(of kind: ReportKind, in week: ClosedWeek) async throws -> [Int]? {
        let calendar = desk.calendar
        let last = calendar.batch(at: Int(week.end.seconds))
        let first = max(0, calendar.batch(at: Int(week.start.seconds)) - Self.lag)
        let rows = try await desk.database.read { db in
            try db.received(kind: kind.rawValue, in: kind.compartment.rawValue, batches: first...last)
        }
        var parts: [WeekPart: Int] = [:]
        do {
            for row in rows {
                if let part = try await part(of: row, in: week) { parts[part, default: 0] += 1 }
            }
        } catch Refusal.notFound {
            return nil
        }
        return BoardLayout.reports.parts.map { name in WeekPart(rawValue: name).flatMap { parts[$0] } ?? 0 }
    }

    private func part(
        of row: (thread: [UInt8], batch: Int, isDecided: Bool), in week: ClosedWeek
    ) async throws -> WeekPart? {
        if let card = unopened[row.thread] {
            return week.holds(card.times.received) ? WeekPart(of: card, by: desk.settings.clocks, at: week.end) : nil
        }
        guard let thread = RecordID(bytes: row.thread) else { return nil }
        do {
            let file = try await desk.load(thread, as: officer)
            guard week.holds(file.report.time) else { return nil }
            return file.standing(at: week.end).map { WeekPart(of: $0, by: desk.settings.clocks, at: week.end) }
        } catch Refusal.notNow {
            let day = Instant(seconds: Int64(desk.calendar.openingDate(of: row.batch).unixSeconds))
            guard week.holds(day) else { return nil }
            return row.isDecided ? .decided : .overdue
        }
    }
}

extension ClosedWeek {
    func holds(_ moment: Instant) -> Bool { start <= moment && moment < end }
}
