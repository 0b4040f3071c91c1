import HeedCore
import HeedLedger
import HeedStore
import HeedVault

/// One statement of a step: what is signed, and the text beside it.
struct SignedPiece: Sendable {
    let number: Int
    let item: Int
    let verb: Verb
    let time: Instant
    let body: StepBody
    let itemsRead: Set<Int>
    let statement: StepStatement
    let text: [UInt8]
    /// The first of two persons, for a consent.
    let first: OfficerCertificate?

    /// The statements of a step, numbered on from the thread's last and chained to it.
    /// - Parameter sign: signs each before the next is made, since the next names its digest; gives nil for a
    ///   statement that is shown before it is signed, of which there is only one.
    static func make(
        _ draft: StepDraft, on file: CaseFile, by officer: UnlockedOfficer, itemsRead: Set<Int>, at time: Instant,
        batch: Int, sign: (StepStatement) throws -> StepSignature?
    ) throws -> [(piece: SignedPiece, step: SignedStep?)] {
        let body = try draft.body(file)
        var previous = file.steps.last.map { HeedCore.Hex.encode($0.digest) } ?? ""
        var made: [(SignedPiece, SignedStep?)] = []
        for (offset, item) in draft.items(in: file.facts).enumerated() {
            let number = file.facts.lastStep + 1 + offset
            let text = try SortedJSON.encode(
                StepText(
                    number: number, previous: previous, time: time, username: officer.officer.username, body: body,
                    itemsRead: itemsRead.sorted()))
            let statement = try StepStatement(
                origin: officer.certificate.origin, thread: ThreadHandle(ledgerKey: file.ledgerKey), item: item,
                verb: draft.verb.rawValue, batch: batch, role: officer.role, recordText: text)
            let piece = SignedPiece(
                number: number, item: item, verb: draft.verb, time: time, body: body, itemsRead: itemsRead,
                statement: statement, text: text,
                first: SecondPerson.consents.contains(draft.verb) ? file.asked(by: draft.verb)?.certificate : nil)
            let step = try sign(statement).map { try SignedStep(statement, signatures: [$0]) }
            if let step { previous = HeedCore.Hex.encode(step.digest) }
            made.append((piece, step))
        }
        return made
    }
}
