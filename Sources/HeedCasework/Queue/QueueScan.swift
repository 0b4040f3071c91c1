import HeedCore
import HeedStore
import HeedVault

/// Puts the opened cards of a session in order and cuts one page out of them.
/// Only heads are decoded for all; strings only for the rows shown.
struct QueueScan {
    let officer: Officer
    let filter: QueueFilter
    let now: Instant

    /// A card that opened, and where it stands.
    struct Entry {
        let row: Int
        let head: CardHead
        let position: QueuePosition
        let thread: [UInt8]

        static func isBefore(_ a: Entry, _ b: Entry) -> Bool {
            a.position == b.position
                ? a.thread.lexicographicallyPrecedes(b.thread) : a.position < b.position
        }
    }

    /// - Parameter plain: opens a card; nil where it does not open, which counts as not carded.
    func page(
        of rows: [ExtractRow], uncarded: [UncardedRow], after: QueueCursor?, cursors: QueueCursors,
        plain: (ExtractRow) -> [UInt8]?
    ) -> QueuePage {
        let me = PersonKey(officer.person)
        let viewer = QueueGroup.Viewer(officer)
        var uncarded = uncarded
        var groups: [Int] = Array(repeating: 0, count: QueueGroup.allCases.count)
        var lists: [QueueFilter.List: Int] = Dictionary(uniqueKeysWithValues: QueueFilter.List.allCases.map { ($0, 0) })
        var matching: [Entry] = []
        var texts: [Int: [UInt8]] = [:]
        var nextClock: Instant?
        matching.reserveCapacity(rows.count)
        texts.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() {
            guard let text = plain(row), let head = CardCodec.head(of: text) else {
                if let lost = UncardedRow(row) { uncarded.append(lost) }
                continue
            }
            guard head.isOpen else { continue }
            let position = QueuePosition(of: head, for: viewer, at: now)
            groups[position.group.rawValue] += 1
            for list in QueueFilter.List.allCases
            where QueueFilter.isIn(list, head, at: position, for: officer, me) {
                lists[list, default: 0] += 1
            }
            if position.due.milliseconds != .max, position.due > now, nextClock.map({ position.due < $0 }) ?? true {
                nextClock = position.due
            }
            guard filter.matches(head, at: position, for: officer, me, now) else { continue }
            matching.append(Entry(row: index, head: head, position: position, thread: row.thread))
            texts[index] = text
        }
        for row in uncarded { groups[row.group.rawValue] += 1 }
        lists[.all, default: 0] += uncarded.count
        matching.sort(by: Entry.isBefore)
        let folding = Folding(filter.isEach ? [] : matching.map { (head: $0.head, group: $0.position.group) })
        let lines = matching.indices.filter { !folding.hidden.contains($0) }
        let start = after.map { cursor in lines.firstIndex { cursor.isBefore(matching[$0]) } ?? lines.count } ?? 0
        let shown = lines[start...].prefix(QueuePage.size)
        let since = after?.since ?? now
        let isFirst = start == 0 && filter.list == .all && filter.isWhole
        return QueuePage(
            uncarded: isFirst ? Array(uncarded.prefix(QueuePage.size)) : [], unread: uncarded.count,
            rows: shown.compactMap { place in
                let entry = matching[place]
                guard let thread = RecordID(bytes: entry.thread), let text = texts[entry.row],
                    let card = CardCodec.decode(text),
                    let compartment = Compartment(rawValue: rows[entry.row].compartment)
                else { return nil }
                return QueueRow(
                    thread: thread, card: card, group: entry.position.group, compartment: compartment,
                    alike: folding.folds[place].map {
                        QueueRow.Alike(count: $0.members.count, differing: $0.differing)
                    })
            },
            first: shown.isEmpty ? 0 : start + 1, lines: lines.count, matching: matching.count,
            groups: Dictionary(
                uniqueKeysWithValues: QueueGroup.allCases.map { ($0, groups[$0.rawValue]) }),
            lists: lists, newer: matching.count { $0.head.times.latest > since },
            next: start + shown.count < lines.count
                ? shown.last.flatMap { cursors.text(of: matching[$0], since: since) } : nil, time: now,
            nextClock: nextClock)
    }
}

extension UncardedRow {
    init?(_ row: ExtractRow) {
        guard let thread = RecordID(bytes: row.thread), let compartment = Compartment(rawValue: row.compartment) else {
            return nil
        }
        self.init(thread: thread, compartment: compartment, wake: false)
    }
}
