package import HeedCore
import HeedKeyring
import HeedStore
import HeedVault

/// Opens the surveys that are kept with an enquiry, for an advisor who holds the key of surveys, for a stated reason and
/// with a fresh proof. The reason is in the audit before a byte leaves. For everybody else there is no such page.
package struct OpenSurveys: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Returns: in the order in which they were recorded. Never printed.
    /// - Throws: `Refusal.notFound` for what does not exist and for who may not know of it: one answer;
    ///   `Refusal.notNow("refusal.unreadable")` where one is not what its step signed; and as `accept`.
    package func perform(
        session: String, thread: RecordID, reason: String, proof: FreshProof
    ) async throws -> [Redacted<Survey>] {
        try await desk.asOfficer(session) { officer, _ in
            let file = try await desk.load(thread, as: officer)
            guard officer.compartments.contains(.survey), !file.surveys.isEmpty else {
                try await desk.record(.accessRefused, by: officer.officer.username, on: thread.hex, detail: "survey")
                throw Refusal.notFound
            }
            try Problems.refuse(blank: ("reason", reason))
            let accepted = try await desk.accept(proof, by: officer, for: "survey")
            let surveys = try file.surveys.map { try Self.open($0, in: file, with: officer) }
            try await desk.record(
                .surveyOpened, by: officer.officer.username, on: thread.hex, reason: reason, with: accepted)
            return surveys.map { Redacted($0) }
        }
    }

    private static func open(
        _ seal: SurveySeal, in file: CaseFile, with officer: UnlockedOfficer
    ) throws -> Survey {
        guard let row = file.rows.object(seal.object.bytes), row.compartment == Compartment.survey.rawValue,
            let payload = row.payload, let key = officer.key(of: row.compartment, epoch: row.epoch),
            let opened = try? SealedObject.open(header: row.header, payload: payload, with: key.identity),
            let content = try? SealedContent(decoding: opened.content),
            HeedCore.Hex.encode(Digest.sha256(content.content)) == seal.sha256,
            let survey = try? SortedJSON.decode(Survey.self, from: content.content), survey.thread == file.thread
        else { throw Refusal.notNow("refusal.unreadable") }
        return survey
    }
}

extension CaseFile {
    /// What the steps say of surveys that are kept.
    var surveys: [SurveySeal] {
        steps.compactMap { if case .survey(let seal) = $0.step.body { seal } else { nil } }
    }
}
