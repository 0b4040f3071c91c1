import HeedCore
import HeedLedger
import HeedSQL
import HeedStore

/// What the week's review still has to open, among the reports that an officer may open. The oldest first; nothing leaves
/// the list by waiting.
struct ReviewList {
    let desk: Desk
    let officer: UnlockedOfficer
    private static let most = 200

    func read() async throws -> [BoardSheet.Review] {
        let compartments = officer.queues
        let rows = try await desk.database.read { db in
            try db.unreviewed(
                WeeklyReview.verbs.map(\.rawValue).sorted(), after: Verb.checked.rawValue, in: compartments,
                limit: Self.most)
        }
        let cards = try await Extracts(desk: desk, officer: officer).cards(of: Array(Set(rows.map(\.thread))))
        return rows.compactMap { row in
            guard let thread = RecordID(bytes: row.thread), let verb = Verb(rawValue: row.verb),
                let kind = ReportKind(rawValue: row.kind)
            else { return nil }
            return BoardSheet.Review(
                thread: thread, kind: kind, verb: verb, gist: cards[row.thread]?.gist ?? "",
                day: CalendarDay(Instant(seconds: Int64(desk.calendar.openingDate(of: row.batch).unixSeconds))),
                isOwn: row.persons.contains(officer.officer.person))
        }
    }
}
