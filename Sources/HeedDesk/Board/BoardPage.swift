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

    struct Table: Sendable {
        let id: String
        let caption: String
        let rows: [Row]
        let hasRows: Bool
        let isWaiting: Bool
        let waiting: String
        let isUnreadable: Bool
        let unreadable: String
    }

    struct Row: Sendable {
        let week: String
        let counted: String
        let cells: [Cell]
    }

    struct Cell: Sendable {
        let label: String
        let text: String
    }

    func show(_ visit: Visit) async throws -> Response {
        let sheet = try await ReadBoard(desk).perform(session: visit.session)
        var model = PageModel(title: speech.title("desk-board.topic"))
        model["work"] = work(sheet)
        let balance = sheet.balance
        model["holds"] = balance.holds
        model["balance"] = speech.text(
            balance.holds ? "desk-board.holds" : "desk-board.fails",
            [
                "received": "\(balance.received)", "open": "\(balance.open)", "decided": "\(balance.decided)",
                "time": LocalTime.clock(sheet.now),
            ])
        model["missing"] = balance.missing.map { LinkView(href: "/report/\($0.hex)", text: $0.handle) }
        model["columns"] = Self.columns.map { TextView(speech.text("desk-board.\($0)")) }
        model["tables"] = sheet.kinds.map(table)
        return try await pages.page("board", model, for: visit, at: Self.path).response
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

    private static let columns = ["received", "open", "overdue-part", "in-time", "decided"]

    private func table(_ kind: BoardSheet.Kind) -> Table {
        let weeks = kind.table.weeks.reversed().map { row in
            Row(
                week: row.week?.monday.iso ?? "", counted: row.week.flatMap { kind.counted[$0] }?.iso ?? "",
                cells: cells(row))
        }
        let total = Row(week: speech.text("desk-board.all-weeks"), counted: "", cells: cells(kind.table.total))
        return Table(
            id: "kind-\(kind.kind.rawValue)", caption: speech.text("desk-kind.\(kind.kind.rawValue)"),
            rows: weeks.count > 1 ? weeks + [total] : weeks, hasRows: !weeks.isEmpty,
            isWaiting: !kind.waiting.isEmpty,
            waiting: speech.text("desk-board.waiting", ["n": "\(kind.waiting.count)"]),
            isUnreadable: !kind.unreadable.isEmpty,
            unreadable: speech.text(
                "desk-board.unreadable", ["weeks": kind.unreadable.map(\.monday.iso).joined(separator: ", ")]))
    }

    private func cells(_ row: BoardTable.Row) -> [Cell] {
        let layout = BoardLayout.reports
        let figures = Dictionary(
            uniqueKeysWithValues: zip(layout.parts + layout.sums.map(\.name), row.parts + row.sums))
        return zip(Self.columns, ["received", "open", "overdue", "in-time", "decided"]).map { column, figure in
            Cell(label: speech.text("desk-board.\(column)"), text: speech.figure(figures[figure] ?? .notShown))
        }
    }

    static let spoken =
        ([
            "topic", "to-sign", "to-sign-oldest", "unopened", "overdue", "unheld", "to-ratify", "to-ratify-left",
            "to-ratify-over", "holds", "fails", "all-weeks", "few", "about", "not-shown", "waiting", "unreadable",
        ] + columns).map { "desk-board." + $0 }
}

extension Speech {
    /// A figure as anybody may see it.
    func figure(_ figure: ShownFigure) -> String {
        switch figure {
        case .few: text("desk-board.few")
        case .about(let count): text("desk-board.about", ["n": "\(count)"])
        case .notShown: text("desk-board.not-shown")
        }
    }
}
