package import HeedCore

/// Opens reports that are much alike, each by a signed step and an audit row of its own that carry the one reason.
/// Opens what the officer's page listed and nothing else; what has a cue or a follow-up by now is left to be opened by
/// itself, and what somebody else opened meanwhile stays theirs.
package struct OpenAlike: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Parameters:
    ///   - thread: the report that the page was about.
    ///   - reports: at most `AlikePage.most` of them count.
    /// - Returns: how many were opened.
    package func perform(
        session: String, thread: RecordID, reports: [RecordID], reason: String
    ) async throws -> Int {
        let waiting = try await desk.asOfficer(session) { officer, _ in
            let found = try await desk.alike(to: thread, as: officer)
            try Problems.refuse(blank: ("reason", reason))
            return Set(found.waiting.map(\.thread))
        }
        var opened = 0
        for report in reports.prefix(AlikePage.most) where waiting.contains(report) {
            do {
                _ = try await TakeStep(desk: desk).perform(
                    StepForm(session: session, thread: report, version: 0),
                    StepDraft(.opened, body: .reason(reason)))
                opened += 1
            } catch Refusal.conflict, Refusal.notNow {
                continue
            }
        }
        try? await desk.watchdog.look()
        return opened
    }
}
