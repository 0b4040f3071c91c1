package import HeedCore
package import HeedKeyring
import HeedVault

/// Makes a file about something online for the national unit: a disclosure, signed with a key unlocked for it.
/// The step holds the SHA-256 of exactly the bytes that are given out; recipient and purpose are in the audit in the same
/// transaction. Sends nothing and fetches nothing.
package struct ExportOnline: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Parameter links: places of the addresses that go along.
    package func prepare(
        _ form: StepForm, recipient: String, purpose: String, links: [Int]
    ) async throws -> PreparedStatement {
        try Problems.refuse(blank: ("recipient", recipient), ("purpose", purpose))
        let desk = desk
        var draft = StepDraft(
            .fileMade,
            making: { file in
                let day = LondonTime.day(of: desk.clock.now()).iso
                let bytes = try Self.bytes(
                    of: file, recipient: recipient, purpose: purpose, links: links, day: day,
                    before: file.facts.lastStep + 1)
                return .disclosed(
                    Disclosure(
                        recipient: recipient, purpose: purpose, links: links, day: day,
                        sha256: HeedCore.Hex.encode(Digest.sha256(bytes))))
            })
        draft.also = ExtraRows { file, officer, _ in
            let (audit, username, now) = (desk.audit, officer.officer.username, desk.clock.now())
            return { db in
                audit.append(
                    .disclosed, by: username, on: file.thread.hex, detail: recipient, reason: purpose, at: now, in: db)
            }
        }
        return try await GraveStep(desk: desk).prepare(form, draft)
    }

    package func sign(session: String, token: String, credentials: Credentials) async throws -> TakenStep {
        try await GraveStep(desk: desk).sign(session: session, token: token, credentials: credentials)
    }

    /// The bytes that step `number` disclosed.
    /// - Throws: `Refusal.notFound` where it disclosed none; `Refusal.notNow("refusal.unreadable")` where what is there now
    ///   does not make the bytes that were signed.
    package func file(session: String, thread: RecordID, number: Int) async throws -> UnitFileBytes {
        try await desk.asOfficer(session) { officer, _ in
            let file = try await desk.load(thread, as: officer)
            guard case .disclosed(let said)? = file.steps.first(where: { $0.step.number == number })?.step.body else {
                throw Refusal.notFound
            }
            let bytes = try Self.bytes(
                of: file, recipient: said.recipient, purpose: said.purpose, links: said.links, day: said.day,
                before: number)
            guard HeedCore.Hex.encode(Digest.sha256(bytes)) == said.sha256 else {
                throw Refusal.notNow("refusal.unreadable")
            }
            return UnitFileBytes(name: "heed-\(thread.handle)-\(number).json", bytes: bytes)
        }
    }

    private static func bytes(
        of file: CaseFile, recipient: String, purpose: String, links: [Int], day: String, before number: Int
    ) throws -> [UInt8] {
        let earlier = file.steps.last { step in
            if step.step.number < number, case .assessment = step.step.body { true } else { false }
        }
        guard let earlier, case .assessment(let assessment) = earlier.step.body else {
            throw Refusal.notNow("need.unlawful-view")
        }
        let typed = Links(in: (file.report.fields["links"] ?? []).joined(separator: "\n")).all
        guard links.allSatisfy(typed.indices.contains) else {
            throw Refusal.notValid([FieldProblem(field: "link", key: "problem.link.unreadable")])
        }
        return try SortedJSON.encode(
            UnitFile(
                recipient: recipient, purpose: purpose, reference: file.thread.handle, madeOn: day,
                reportedOn: LondonTime.day(of: file.report.time).iso, assessment: assessment,
                assessedOn: LondonTime.day(of: earlier.step.time).iso, links: links.map { typed[$0] }))
    }
}

/// A file as it is given out.
package struct UnitFileBytes: Sendable {
    package let name: String
    package let bytes: [UInt8]
}
