package import HeedCore

/// Shows one report to an officer who may open it.
/// The look is in the audit before any byte leaves; looking signs nothing, and what nobody opened stays closed.
package struct OpenCase: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Throws: `Refusal.notFound` for what does not exist and for what this officer may not know of: one answer.
    package func perform(session: String, thread: RecordID) async throws -> CaseView {
        try await desk.asOfficer(session) { officer, _ in try await open(thread, as: officer) }
    }

    private func open(_ thread: RecordID, as officer: UnlockedOfficer) async throws -> CaseView {
        let file = try await desk.load(thread, as: officer)
        let leaves = try await desk.leafWarnings(of: file)
        let before = try await desk.reportedBefore(file, as: officer)
        try await desk.record(
            .reportViewed, by: officer.officer.username, on: thread.hex, detail: Self.others(before))
        let read = desk.readings.items(of: thread, readBy: officer.officer.person)
        let view = CaseViewMaker(
            file: file, officer: officer.officer, held: officer.compartments, itemsRead: read, warnings: leaves,
            desk: desk, before: before
        ).view()
        desk.readings.note(Set(view.items.map(\.number)), of: thread, readBy: officer.officer.person)
        return view
    }

    /// The other reports that the page names: comparing is looking at them too.
    private static func others(_ before: [ReportedBefore]) -> String {
        let named = Set(before.flatMap(\.reports).map(\.thread.handle)).sorted()
        return named.isEmpty ? "" : "beside " + named.joined(separator: " ")
    }
}
