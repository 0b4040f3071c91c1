package import HeedCore
import HeedLedger
import HeedSQL
import HeedStore

/// Hands a report to a colleague who may hold it: an active officer of the same compartment whose role works on it.
package struct HandOver: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, to username: String) async throws -> TakenStep {
        let colleague = try await desk.colleagues(on: form).first { $0.username == username }
        guard let colleague else {
            throw Refusal.notValid([FieldProblem(field: "colleague", key: "problem.colleague.unknown")])
        }
        return try await TakeStep(desk: desk).perform(
            form, StepDraft(.handedOver, body: .holder(username: colleague.username, person: colleague.person)))
    }
}

extension Desk {
    /// Who may hold this report, by username. Only for somebody who may open it.
    package func colleagues(on form: StepForm) async throws -> [Officer] {
        let file = try await asOfficer(form.session) { officer, _ in try await load(form.thread, as: officer) }
        let (batch, rows) = try await database.read { db in
            (
                try db.currentBatch(),
                try db.officers().filter(\.isActive).compactMap { try db.certificate($0.certificate) }
            )
        }
        let roles = file.kind.workflow.rule(for: .taken)?.roles ?? []
        return rows.compactMap { row in
            guard let certificate = try? trust.usable(row, at: batch), let officer = Officer(certificate),
                roles.contains(officer.role), officer.compartments.contains(file.compartment)
            else { return nil }
            return officer
        }
    }
}
