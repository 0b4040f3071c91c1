package import HeedCore

/// Shows reports that are much alike on one page. Every report whose words are shown is in the audit before a byte leaves,
/// by itself; what nobody opened stays closed, and nothing is merged.
package struct ReadAlike: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Throws: `Refusal.notFound` for what does not exist and for what this officer may not know of: one answer.
    package func perform(session: String, thread: RecordID) async throws -> AlikePage {
        try await desk.asOfficer(session) { officer, _ in
            let found = try await desk.alike(to: thread, as: officer)
            var shown: [CaseView] = []
            for row in Self.chosen(found.opened, first: thread) {
                shown.append(try await view(row.thread, officer))
            }
            return AlikePage(
                waiting: found.waiting.count,
                differing: found.waiting.count { $0.card.likeness.exact != found.likeness.exact },
                next: Array(found.waiting.prefix(AlikePage.most)), lifted: found.lifted, opened: found.opened.count,
                shown: shown, time: desk.clock.now())
        }
    }

    /// The last opened; the report that the page is about is always among them, and first.
    private static func chosen(_ opened: [QueueRow], first: RecordID) -> [QueueRow] {
        let base = opened.filter { $0.thread == first }
        let last = opened.filter { $0.thread != first }
            .sorted {
                ($0.card.times.opened ?? $0.card.times.received) > ($1.card.times.opened ?? $1.card.times.received)
            }
            .prefix(AlikePage.most - base.count)
        return base + last.sorted { $0.card.times.received < $1.card.times.received }
    }

    /// Not noted as read: a page of differences shows no follow-up, and who signs has read every one.
    private func view(_ thread: RecordID, _ officer: UnlockedOfficer) async throws -> CaseView {
        let file = try await desk.load(thread, as: officer)
        try await desk.record(.reportViewed, by: officer.officer.username, on: thread.hex, detail: "alike")
        return CaseViewMaker(
            file: file, officer: officer.officer, held: officer.compartments, itemsRead: [], warnings: [], desk: desk
        ).view()
    }
}
