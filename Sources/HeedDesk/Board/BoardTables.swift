import HeedCasework
import HeedCore

/// The board's statistics as tables: closed weeks of a kind, and closed years of a topic. Every figure goes through
/// `Speech.figure`.
struct BoardTables {
    let speech: Speech

    struct Table: Sendable {
        let id: String
        let caption: String
        let rows: [Row]
        let hasRows: Bool
        let columns: [TextView]
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

    private static let columns = ["received", "open", "overdue-part", "in-time", "decided"]

    func table(_ kind: BoardSheet.Kind) -> Table {
        let weeks = kind.table.weeks.reversed().map { row in
            Row(
                week: row.week?.monday.iso ?? "", counted: row.week.flatMap { kind.counted[$0] }?.iso ?? "",
                cells: cells(row))
        }
        let total = Row(week: speech.text("desk-board.all-weeks"), counted: "", cells: cells(kind.table.total))
        return Table(
            id: "kind-\(kind.kind.rawValue)", caption: speech.text("desk-kind.\(kind.kind.rawValue)"),
            rows: weeks.count > 1 ? weeks + [total] : weeks, hasRows: !weeks.isEmpty,
            columns: Self.columns.map { TextView(speech.text("desk-board.\($0)")) },
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

    func table(_ year: BoardSheet.Year) -> Table {
        let topic = year.topic
        return Table(
            id: "year-\(topic.name)", caption: speech.text("desk-board.year-\(topic.name)"),
            rows: topic.layout.parts.enumerated().map { index, part in
                Row(
                    week: speech.text(Self.key(of: part, topic)), counted: "",
                    cells: year.years.map { Cell(label: label($0.year), text: speech.figure($0.figures[index])) })
            },
            hasRows: !year.years.isEmpty, columns: year.years.map { TextView(label($0.year)) },
            isWaiting: !year.waiting.isEmpty,
            waiting: speech.text("desk-board.years-waiting", ["n": "\(year.waiting.count)"]),
            isUnreadable: !year.unreadable.isEmpty,
            unreadable: speech.text(
                "desk-board.unreadable", ["weeks": year.unreadable.map(label).joined(separator: ", ")]))
    }

    private func label(_ year: ClosedYear) -> String {
        speech.text("desk-board.year", ["from": "\(year.first.year)", "to": "\(year.first.year + 1)"])
    }

    /// The words of a part: those of the choice that officers recorded.
    private static func key(of part: String, _ topic: BoardTopic) -> String {
        switch topic {
        case .engagements, .engaged: "desk-option.audience.\(part)"
        case .visits, .visited: "desk-option.activity.\(part)"
        case .differently, .reports: "desk-board.differently-\(part)"
        }
    }

    static let spoken =
        (["all-weeks", "few", "about", "not-shown", "waiting", "unreadable", "year", "years-waiting"] + columns
        + BoardTopic.yearly.map { "year-\($0.name)" } + YearTally.answers.map { "differently-\($0)" })
        .map { "desk-board." + $0 }
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
