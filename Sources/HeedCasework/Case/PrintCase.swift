package import HeedCore

/// Shows one report so that it can leave the desk on paper, to whoever proves afresh to be there. For whom and what for is in
/// the audit before a byte leaves; what nobody opened stays closed, and contact details are never part of it. R49.
package struct PrintCase: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Throws: `Refusal.notFound` for what does not exist and for what this officer may not know of: one answer;
    ///   `Refusal.notValid` for a blank recipient or purpose; `Refusal.notNow` where nobody opened the report; and as `accept`.
    package func perform(
        session: String, thread: RecordID, recipient: String, purpose: String, proof: FreshProof
    ) async throws -> CaseView {
        try await desk.asOfficer(session) { officer, _ in
            let file = try await desk.load(thread, as: officer)
            try Problems.refuse(blank: ("recipient", recipient), ("purpose", purpose))
            guard !file.facts.unopened.contains(0) else { throw Refusal.notNow("refusal.open-first") }
            let accepted = try await desk.accept(proof, by: officer, for: "print")
            let leaves = try await desk.leafWarnings(of: file)
            try await desk.record(
                .printed, by: officer.officer.username, on: thread.hex, detail: recipient, reason: purpose,
                with: accepted)
            return CaseViewMaker(
                file: file, officer: officer.officer, held: officer.compartments, itemsRead: [], warnings: leaves,
                desk: desk
            ).view()
        }
    }
}
