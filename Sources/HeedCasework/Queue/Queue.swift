import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore
import HeedVault

/// One page of what needs an officer, over exactly the reports that the session opens.
package struct Queue: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Parameters:
    ///   - after: `QueuePage.next` of the page before.
    ///   - touch: false for a page that refreshes itself.
    package func perform(
        session: String, filter: QueueFilter = QueueFilter(), after: String? = nil, touch: Bool = true
    ) async throws -> QueuePage {
        try await desk.asOfficer(session, touch: touch) { officer, _ in
            guard officer.officer.role.areas.contains(.queue) else { throw Refusal.notFound }
            let extracts = Extracts(desk: desk, officer: officer)
            let queue = try await extracts.queue()
            try await desk.record(
                .queueViewed, by: officer.officer.username, detail: filter.list.rawValue)
            let scan = QueueScan(
                officer: officer.officer, filter: filter, clocks: desk.settings.clocks, now: desk.clock.now())
            let order = scan.order(
                of: queue.cards, uncarded: (queue.uncarded + queue.lost).compactMap(UncardedRow.init),
                after: after.flatMap { desk.cursors.cursor($0) })
            let cards = try await extracts.cards(of: order.shown.map(\.thread))
            return order.page(of: scan, showing: cards, cursors: desk.cursors)
        }
    }
}

extension UncardedRow {
    init?(_ row: UncardedThread) {
        guard let thread = RecordID(bytes: row.thread), let compartment = Compartment(rawValue: row.compartment) else {
            return nil
        }
        self.init(thread: thread, compartment: compartment, wake: row.wake)
    }
}
