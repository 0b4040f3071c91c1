import HeedCore
import HeedStore
import HeedVault

/// Looks for reports by handle or by words of the gist, among exactly those that the session opens.
/// What was sought appears in no address and no audit row; that somebody searched, and why, does.
package struct Search: Sendable {
    private let desk: Desk
    /// The most rows that a search shows.
    package static let most = 50

    package init(_ desk: Desk) { self.desk = desk }

    /// - Parameters:
    ///   - isPerson: whether somebody is looked for, which asks for a reason.
    /// - Returns: found reports, open ones first, at most fifty, and whether there are more.
    package func perform(
        session: String, text: String, isPerson: Bool, reason: String
    ) async throws -> (rows: [QueueRow], isMore: Bool) {
        try await desk.asOfficer(session) { officer, _ in
            guard officer.officer.role.areas.contains(.search) else { throw Refusal.notFound }
            try Problems.refuse(blank: ("text", text))
            if isPerson { try Problems.refuse(blank: ("reason", reason)) }
            _ = try await Extracts(desk: desk, officer: officer).queue()
            try await desk.record(
                .searched, by: officer.officer.username, detail: isPerson ? "person" : "", reason: reason)
            let found = try await find(SearchWords(text), officer)
            return (Array(found.prefix(Self.most)), found.count > Self.most)
        }
    }

    private func find(_ words: SearchWords, _ officer: UnlockedOfficer) async throws -> [QueueRow] {
        let now = desk.clock.now()
        let viewer = QueueGroup.Viewer(officer.officer, clocks: desk.settings.clocks)
        var found: [QueueRow] = []
        try await desk.cards(in: officer.queues) { row in
            guard let card = officer.card(in: row), let thread = RecordID(bytes: row.thread),
                let compartment = Compartment(rawValue: row.compartment), words.match(card, thread)
            else { return }
            found.append(
                QueueRow(
                    thread: thread, card: card, group: QueueGroup.group(of: card.head, for: viewer, at: now),
                    compartment: compartment, clock: card.head.nearestClock(by: viewer.clocks)))
        }
        return found.sorted {
            $0.card.head.isOpen == $1.card.head.isOpen
                ? $0.card.times.received > $1.card.times.received : $0.card.head.isOpen
        }
    }
}
