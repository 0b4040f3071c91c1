import HeedCore
import HeedStore

/// The open reports that are much alike to one, among exactly those that a session opens. Due first comes first.
struct AlikeReports {
    /// Nobody opened them, and they have neither a cue nor a follow-up: what stands behind one line of the queue.
    var waiting: [QueueRow] = []
    /// Nobody opened them, and they have a cue or a follow-up: each has a line of its own.
    var lifted: [QueueRow] = []
    var opened: [QueueRow] = []
    let likeness: Likeness
}

extension Desk {
    /// - Throws: `Refusal.notFound` for a report that does not exist for this officer, which is in the audit.
    func alike(to thread: RecordID, as officer: UnlockedOfficer) async throws -> AlikeReports {
        guard officer.officer.role.areas.contains(.queue) else { throw Refusal.notFound }
        var found = AlikeReports(likeness: CardMaker.likeness(of: try await load(thread, as: officer)))
        let now = clock.now()
        let viewer = QueueGroup.Viewer(officer.officer, clocks: settings.clocks)
        var alike: [(position: QueuePosition, row: QueueRow)] = []
        let extracts = Extracts(desk: self, officer: officer)
        let entries = try await extracts.queue().cards.filter {
            $0.head.isOpen && $0.head.likeness.isAlike(found.likeness)
        }
        let cards = try await extracts.cards(of: entries.map(\.thread))
        for entry in entries {
            guard let card = cards[entry.thread], let id = RecordID(bytes: entry.thread),
                let compartment = Compartment(rawValue: entry.compartment)
            else { continue }
            let position = QueuePosition(of: entry.head, for: viewer, at: now)
            let row = QueueRow(
                thread: id, card: card, group: position.group, compartment: compartment,
                clock: entry.head.nearestClock(by: viewer.clocks))
            alike.append((position, row))
        }
        alike.sort {
            $0.position == $1.position
                ? $0.row.thread.bytes.lexicographicallyPrecedes($1.row.thread.bytes) : $0.position < $1.position
        }
        for (_, row) in alike {
            if row.card.state != .received {
                found.opened.append(row)
            } else if Folding.mayFold(row.card.head) {
                found.waiting.append(row)
            } else {
                found.lifted.append(row)
            }
        }
        return found
    }
}
