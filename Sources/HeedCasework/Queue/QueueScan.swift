import HeedCore
import HeedStore

/// Puts what a session sees of the queue in order, and says which rows one page of it shows.
/// Looks at heads only: thousands are counted and sorted for fifty rows.
struct QueueScan {
    let officer: Officer
    let filter: QueueFilter
    let now: Instant
    let viewer: QueueGroup.Viewer

    init(officer: Officer, filter: QueueFilter, clocks: ForceClocks, now: Instant) {
        self.officer = officer
        self.filter = filter
        self.now = now
        viewer = QueueGroup.Viewer(officer, clocks: clocks)
    }

    func order(of cards: [OpenedQueue.Entry], uncarded: [UncardedRow], after: QueueCursor?) -> QueueOrder {
        let me = PersonKey(officer.person)
        var groups: [Int] = Array(repeating: 0, count: QueueGroup.allCases.count)
        var lists: [Int] = Array(repeating: 0, count: QueueFilter.List.allCases.count)
        var matching: [QueueOrder.Entry] = []
        var nextClock: Instant?
        matching.reserveCapacity(cards.count)
        for (index, card) in cards.enumerated() where card.head.isOpen {
            let position = QueuePosition(of: card.head, for: viewer, at: now)
            groups[position.group.rawValue] += 1
            for (number, list) in QueueFilter.List.allCases.enumerated()
            where QueueFilter.isIn(list, card.head, at: position, for: officer, me) {
                lists[number] += 1
            }
            if position.due.milliseconds != .max, position.due > now, nextClock.map({ position.due < $0 }) ?? true {
                nextClock = position.due
            }
            if filter.matches(card.head, at: position, for: officer, me, now) {
                matching.append(QueueOrder.Entry(card: index, position: position, thread: card.thread))
            }
        }
        for row in uncarded { groups[row.group.rawValue] += 1 }
        matching.sort(by: QueueOrder.Entry.isBefore)
        let folding = Folding(
            filter.isEach ? [] : matching.map { (head: cards[$0.card].head, group: $0.position.group) })
        let lines = matching.indices.filter { !folding.hidden.contains($0) }
        let start = after.map { cursor in lines.firstIndex { cursor.isBefore(matching[$0]) } ?? lines.count } ?? 0
        let since = after?.since ?? now
        var counts = Dictionary(
            uniqueKeysWithValues: QueueFilter.List.allCases.enumerated().map { ($1, lists[$0]) })
        counts[.all, default: 0] += uncarded.count
        return QueueOrder(
            shown: lines[start...].prefix(QueuePage.size).map { place in
                QueueOrder.Line(
                    entry: matching[place], compartment: cards[matching[place].card].compartment,
                    alike: folding.folds[place].map {
                        QueueRow.Alike(count: $0.members.count, differing: $0.differing)
                    })
            },
            start: start, lines: lines.count, matching: matching.count,
            uncarded: start == 0 && filter.list == .all && filter.isWhole
                ? Array(uncarded.prefix(QueuePage.size)) : [],
            unread: uncarded.count,
            groups: Dictionary(uniqueKeysWithValues: QueueGroup.allCases.map { ($0, groups[$0.rawValue]) }),
            lists: counts, newer: matching.count { cards[$0.card].head.times.latest > since }, since: since,
            nextClock: nextClock)
    }
}
