package import HeedCore
import HeedStore

/// An address of something online that other reports name too, as far as this officer may know of them.
/// A hint by the address alone, for a person to compare: nothing is merged, lowered or closed by it.
package struct ReportedBefore: Sendable {
    package let link: TypedLink
    /// The first to come in first; at most `most`.
    package let reports: [Other]
    /// How many more there are.
    package let more: Int

    package static let most = 5

    package struct Other: Sendable {
        package let thread: RecordID
        package let state: CaseState
        package let received: Instant
        /// The officer's line; empty until somebody has written one.
        package let gist: String
    }
}

extension Desk {
    /// The addresses in what somebody has opened of a report that other reports name too. Cards from before addresses were noted are
    /// written anew on the way, a slice at each look.
    func reportedBefore(_ file: CaseFile, as officer: UnlockedOfficer) async throws -> [ReportedBefore] {
        let opened = file.items.filter { !file.facts.unopened.contains($0.number) }
        let asked = file.addresses(of: opened).map { (link: $0, mark: LinkMark(of: $0)) }
        guard !asked.isEmpty else { return [] }
        let extracts = Extracts(desk: self, officer: officer)
        _ = try await extracts.queue()
        var found = Found(sought: Set(asked.map(\.mark)))
        var old: [UncardedThread] = []
        try await cards(in: [file.compartment.rawValue]) { row in
            guard row.thread != file.thread.bytes, let card = officer.card(in: row) else { return }
            if card.links == nil {
                old.append(UncardedThread(thread: row.thread, compartment: row.compartment, wake: false))
            }
            found.note(card, of: row.thread)
        }
        if !old.isEmpty {
            _ = try await extracts.write(old)
            let written = try await extracts.cards(of: old.prefix(Extracts.slice).map(\.thread))
            for (thread, card) in written { found.note(card, of: thread) }
        }
        return asked.compactMap { link, mark in
            guard let reports = found.reports[mark]?.sorted(by: { $0.received < $1.received }) else { return nil }
            return ReportedBefore(
                link: link, reports: Array(reports.prefix(ReportedBefore.most)),
                more: max(0, reports.count - ReportedBefore.most))
        }
    }

    /// The reports that were found so far, by the address that they name.
    private struct Found {
        let sought: Set<LinkMark>
        var reports: [LinkMark: [ReportedBefore.Other]] = [:]

        mutating func note(_ card: Card, of thread: [UInt8]) {
            guard let id = RecordID(bytes: thread) else { return }
            for mark in Set(card.links ?? []) where sought.contains(mark) {
                reports[mark, default: []].append(
                    ReportedBefore.Other(
                        thread: id, state: card.state, received: card.times.received, gist: card.gist))
            }
        }
    }
}
