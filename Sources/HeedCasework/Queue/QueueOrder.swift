import HeedCore

/// The queue in order, and what one page of it shows. Becomes the page once the words of its rows have been opened.
struct QueueOrder {
    /// A card and where it stands. Small, since thousands are sorted.
    struct Entry {
        /// Place among the cards.
        let card: Int
        let position: QueuePosition
        let thread: [UInt8]

        static func isBefore(_ a: Entry, _ b: Entry) -> Bool {
            a.position == b.position
                ? a.thread.lexicographicallyPrecedes(b.thread) : a.position < b.position
        }
    }

    /// A line of the page.
    struct Line {
        let entry: Entry
        let compartment: String
        let alike: QueueRow.Alike?
        var thread: [UInt8] { entry.thread }
    }

    let shown: [Line]
    /// Lines before the first shown.
    let start: Int
    let lines: Int
    let matching: Int
    let uncarded: [UncardedRow]
    let unread: Int
    let groups: [QueueGroup: Int]
    let lists: [QueueFilter.List: Int]
    let newer: Int
    let since: Instant
    let nextClock: Instant?

    /// - Parameter cards: of the lines shown; a line without one is left out: it went while the page was made.
    func page(of scan: QueueScan, showing cards: [[UInt8]: Card], cursors: QueueCursors) -> QueuePage {
        QueuePage(
            uncarded: uncarded, unread: unread,
            rows: shown.compactMap { line in
                guard let thread = RecordID(bytes: line.thread), let card = cards[line.thread],
                    let compartment = Compartment(rawValue: line.compartment)
                else { return nil }
                return QueueRow(
                    thread: thread, card: card, group: line.entry.position.group, compartment: compartment,
                    clock: card.head.nearestClock(by: scan.viewer.clocks), alike: line.alike)
            },
            first: shown.isEmpty ? 0 : start + 1, lines: lines, matching: matching, groups: groups, lists: lists,
            newer: newer,
            next: start + shown.count < lines ? shown.last.flatMap { cursors.text(of: $0.entry, since: since) } : nil,
            time: scan.now, nextClock: nextClock)
    }
}
