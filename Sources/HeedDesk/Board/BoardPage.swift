import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// The supervisors' board: exact counts of what waits, whether every report is accounted for, and closed weeks by kind.
/// There is nothing to choose on it: two filters could be subtracted from each other.
struct BoardPage: Sendable {
    let desk: Desk
    let pages: Pages
    private var speech: Speech { pages.speech }

    static let path = "/board"

    private struct ReviewView: Sendable {
        let href: String
        let handle: String
        let kind: String
        let gist: String
        let what: String
        let day: String
        let part: String
    }

    func show(_ visit: Visit) async throws -> Response {
        let sheet = try await ReadBoard(desk).perform(session: visit.session)
        var model = PageModel(title: speech.title("desk-board.topic"))
        model["waits"] = work(sheet)
        let balance = sheet.balance
        model["holds"] = balance.holds
        model["balance"] = speech.text(
            balance.holds ? "desk-board.holds" : "desk-board.fails",
            [
                "received": "\(balance.received)", "open": "\(balance.open)", "decided": "\(balance.decided)",
                "time": LocalTime.clock(sheet.now),
            ])
        model["missing"] = balance.missing.map { LinkView(href: "/report/\($0.hex)", text: $0.handle) }
        let tables = BoardTables(speech: speech)
        model["tables"] = sheet.kinds.map(tables.table)
        model["years"] = sheet.years.map(tables.table)
        model["hasYears"] = !sheet.years.isEmpty
        model["reviews"] = sheet.reviews.map(review)
        model["review"] = speech.text(
            "desk-board.review-count", ["n": "\(sheet.reviews.count)", "aside": "\(sheet.setAside)"])
        model["hasRetention"] = !sheet.retention.isEmpty
        model["retention"] = sheet.retention.map { one in
            ReviewView(
                href: "/report/\(one.thread.hex)", handle: one.thread.handle, kind: "",
                gist: InertText.shown(one.gist), what: "", day: CalendarDay(one.due).iso,
                part: speech.text(one.isProposed ? "desk-board.retention-proposed" : "desk-board.retention-open"))
        }
        model["hasReviews"] = !sheet.reviews.isEmpty
        return try await pages.page("board", model, for: visit, at: Self.path).response
    }

    private func review(_ review: BoardSheet.Review) -> ReviewView {
        ReviewView(
            href: "/report/\(review.thread.hex)", handle: review.thread.handle,
            kind: speech.text("desk-kind.\(review.kind.rawValue)"), gist: InertText.shown(review.gist),
            what: speech.verb(review.verb, review.kind), day: review.day.iso,
            part: speech.text(review.isOwn ? "desk-board.review-own" : "desk-board.review-open"))
    }

    private func work(_ sheet: BoardSheet) -> [QueueView.CountView] {
        let work = sheet.work
        let amount = { (seconds: Seconds) in speech.amount(Remaining(seconds: seconds)) }
        let toSign = work.oldest.map {
            speech.text("desk-board.to-sign-oldest", ["n": "\(work.toSign)", "amount": amount(sheet.now - $0)])
        }
        let toRatify = work.ratifyBy.map { due in
            let left = due - sheet.now
            return speech.text(
                left < 0 ? "desk-board.to-ratify-over" : "desk-board.to-ratify-left",
                ["n": "\(work.toRatify)", "amount": amount(left)])
        }
        let counts: [(String, String)] = [
            ("to-sign", toSign ?? "\(work.toSign)"), ("overdue", "\(work.overdue)"),
            ("unopened", "\(work.unopened)"), ("unheld", "\(work.unheld)"),
            ("to-ratify", toRatify ?? "\(work.toRatify)"),
        ]
        return counts.map { QueueView.CountView(name: speech.text("desk-board.\($0)"), count: $1) }
    }

    static let spoken =
        [
            "topic", "to-sign", "to-sign-oldest", "unopened", "overdue", "unheld", "to-ratify", "to-ratify-left",
            "to-ratify-over", "holds", "fails", "review-count", "review-own", "review-open",
            "retention-open", "retention-proposed", "retention-rings", "retention-rings-one",
        ].map { "desk-board." + $0 } + BoardTables.spoken
}
