import HeedVault
import Testing

@testable import HeedLedger

@Suite struct StepStatementTests {
    let force: Force
    let manifest: Manifest
    let thread: ThreadHandle
    let asta: OfficerCertificate
    let bo: OfficerCertificate
    let text = Array("Checked two systems; nothing found.".utf8)

    init() throws {
        force = try Force()
        manifest = try force.manifest()
        thread = ThreadHandle(ledgerKey: try LedgerKey(Vector.ledgerKey))
        asta = try force.certificate("asta", person: "1001", 21)
        bo = try force.certificate("bo", person: "1002", 23)
    }

    func statement(_ verb: String = "decided", cosigner: OfficerCertificate? = nil) throws -> StepStatement {
        try StepStatement(
            origin: force.origin, step: [UInt8](repeating: 7, count: 16), thread: thread, item: 0, verb: verb,
            batch: 145, role: OfficerRole(number: 12, title: "Intelligence desk sergeant"), recordText: text,
            cosigner: cosigner?.hash)
    }

    func routine() throws -> SignedStep {
        let statement = try statement()
        return try SignedStep(
            statement,
            signatures: [StepSignature(of: statement, kind: .routine, certificate: asta, seed: force.seed(21))])
    }

    /// Both sign with their grave seeds, which are `seed` and `otherSeed`.
    func twoGrave(_ second: OfficerCertificate, _ otherSeed: UInt8) throws -> SignedStep {
        let statement = try statement("authorised", cosigner: second)
        return try SignedStep(
            statement,
            signatures: [
                StepSignature(of: statement, kind: .grave, certificate: asta, seed: force.seed(22)),
                StepSignature(of: statement, kind: .grave, certificate: second, seed: force.seed(otherSeed)),
            ])
    }

    @discardableResult
    func verify(
        _ step: SignedStep, thread other: ThreadHandle? = nil, item: Int = 0, record: [UInt8]? = nil,
        needs: StepRequirement = .routine, certificates: [OfficerCertificate]? = nil, manifest: Manifest? = nil
    ) throws -> [OfficerCertificate] {
        try step.verify(
            thread: other ?? thread, item: item, record: record ?? text, needs: needs,
            certificates: certificates ?? [asta, bo], manifest: manifest ?? self.manifest)
    }

    @Test("a statement is written exactly as its document shows")
    func vector() throws {
        let step = try routine()
        let expected = """
            heed-step/v1
            origin tips.example.org/ledger
            step 07070707070707070707070707070707
            thread JHmITJ6LOdlQGOfp6ClLVzQPCaM6tLmsBT0cyMA8+qY=
            item 0
            verb decided
            batch 145
            role 12 Intelligence desk sergeant
            record \(Base64.standard.encode(Digest.sha256(text)))
            sig routine \(Base64.standard.encode(asta.hash)) \(Base64.standard.encode(step.signatures[0].signature))

            """
        #expect(String(decoding: step.encoded, as: UTF8.self) == expected)
        #expect(try SignedStep(parsing: step.encoded) == step)
        #expect(try verify(step) == [asta])
    }

    @Test("a statement replayed for another thread, item, text or log is refused")
    func replay() throws {
        let step = try routine()
        let other = ThreadHandle(ledgerKey: .random())
        #expect(throws: LedgerError.otherThread) { try verify(step, thread: other) }
        #expect(throws: LedgerError.otherThread) { try verify(step, item: 1) }
        #expect(throws: LedgerError.otherRecord) { try verify(step, record: text + [0x20]) }
        let elsewhere = try Manifest(
            origin: "other.example/ledger", version: 1, previous: nil, expires: manifest.expires,
            compartments: manifest.compartments, recovery: manifest.recovery,
            receiptKeys: [
                ReceiptKey(
                    verifier: NoteVerifier(name: "other.example/ledger/receipt", key: force.seed(5).verifyKey),
                    valid: BatchRange(first: 0, last: 1))
            ], logKey: nil,
            registrars: [("1", 11), ("2", 12)].map {
                try Registrar(origin: "other.example/ledger", person: $0.0, key: force.seed(UInt8($0.1)).verifyKey)
            }, promises: .shipped)
        #expect(throws: LedgerError.otherOrigin) { try verify(step, manifest: elsewhere) }
    }

    @Test("no statement verifies after any one byte of it was altered")
    func everyByte() throws {
        let bytes = try routine().encoded
        for index in bytes.indices {
            var altered = bytes
            altered[index] ^= 1
            #expect(throws: LedgerError.self) { try verify(SignedStep(parsing: altered)) }
        }
    }

    @Test("two persons with two unlocked signatures authorise")
    func dualControl() throws {
        let step = try twoGrave(bo, 24)
        #expect(try SignedStep(parsing: step.encoded) == step)
        #expect(try verify(step, needs: .twoGrave) == [asta, bo])
    }

    @Test("one person under two accounts authorises nothing")
    func onePersonTwoAccounts() throws {
        let alias = try force.certificate("asta-admin", person: "1001", 25)
        let step = try twoGrave(alias, 26)
        #expect(throws: LedgerError.samePerson) {
            try verify(step, needs: .twoGrave, certificates: [asta, alias])
        }
        #expect(throws: LedgerError.samePerson) {
            try verify(twoGrave(asta, 22), needs: .twoGrave)
        }
    }

    @Test("dual control is asked for by the verb, even where a caller asks for less")
    func verbsDecide() throws {
        for verb in StepRequirement.dualControl {
            let statement = try statement(verb)
            let alone = try SignedStep(
                statement,
                signatures: [StepSignature(of: statement, kind: .grave, certificate: asta, seed: force.seed(22))])
            // Answering a first statement is asked for by name, and its caller checks that statement too.
            for needs in StepRequirement.allCases where needs != .answering {
                #expect(throws: LedgerError.wrongSignatureKind) { try verify(alone, needs: needs) }
            }
        }
    }

    @Test("a step that waits for its second person is stored, read back and refused until that person signs")
    func waiting() throws {
        let statement = try statement("authorised", cosigner: bo)
        let first = try StepSignature(of: statement, kind: .grave, certificate: asta, seed: force.seed(22))
        let waiting = try SignedStep(statement, signatures: [first])
        let read = try SignedStep(parsing: waiting.encoded)
        #expect(throws: LedgerError.wrongSignatureKind) { try verify(read, needs: .twoGrave) }
        let cy = try force.certificate("cy", person: "1003", 27)
        let wrongPerson = try StepSignature(of: statement, kind: .grave, certificate: cy, seed: force.seed(28))
        #expect(throws: LedgerError.wrongSignatureKind) {
            try SignedStep(read.statement, signatures: [first, wrongPerson])
        }
        let second = try StepSignature(of: read.statement, kind: .grave, certificate: bo, seed: force.seed(24))
        try verify(SignedStep(read.statement, signatures: read.signatures + [second]), needs: .twoGrave)
    }

    @Test("a session's key never stands in for a key unlocked for one signature")
    func kinds() throws {
        #expect(throws: LedgerError.wrongSignatureKind) { try verify(routine(), needs: .grave) }
        #expect(throws: LedgerError.wrongSignatureKind) {
            try StepSignature(of: statement(), kind: .grave, certificate: asta, seed: force.seed(21))
        }
        let text = String(decoding: try routine().encoded, as: UTF8.self)
            .replacing("sig routine", with: "sig grave")
        #expect(throws: LedgerError.badSignature) { try verify(SignedStep(parsing: Array(text.utf8)), needs: .grave) }
    }

    @Test("unknown, expired and revoked certificates and uncertified roles are refused")
    func certificates() throws {
        let step = try routine()
        #expect(throws: LedgerError.unknownCertificate) { try verify(step, certificates: [bo]) }
        let revoked = try force.manifest(revoked: [Revocation(certificate: asta.hash, from: 145)])
        #expect(throws: LedgerError.revoked) { try verify(step, manifest: revoked) }
        let later = try force.manifest(revoked: [Revocation(certificate: asta.hash, from: 146)])
        #expect(try verify(step, manifest: later) == [asta])
        let old = try force.certificate("asta", person: "1001", 21, valid: (0, 144))
        let statement = try statement()
        let expired = try SignedStep(
            statement,
            signatures: [StepSignature(of: statement, kind: .routine, certificate: old, seed: force.seed(21))])
        #expect(throws: LedgerError.notValidAtBatch) { try verify(expired, certificates: [old]) }
        let raised = try StepStatement(
            origin: force.origin, thread: thread, item: 0, verb: "decided", batch: 145,
            role: OfficerRole(number: 13, title: "Superintendent"), recordText: text)
        let claimed = try SignedStep(
            raised, signatures: [StepSignature(of: raised, kind: .routine, certificate: asta, seed: force.seed(21))])
        #expect(throws: LedgerError.roleNotCertified) { try verify(claimed) }
    }

    @Test("a step record keeps statement and text together, and refuses a text it does not cover")
    func record() throws {
        let record = try StepRecord(routine(), text: text)
        #expect(try StepRecord(parsing: record.encoded) == record)
        #expect(throws: LedgerError.otherRecord) { try StepRecord(parsing: record.encoded + [0]) }
        #expect(throws: LedgerError.otherRecord) { try StepRecord(routine(), text: []) }
        #expect(throws: LedgerError.malformed(.statement)) { try StepRecord(parsing: [0, 0, 1]) }
        #expect(throws: LedgerError.malformed(.statement)) { try StepRecord(parsing: [0xff, 0xff, 0xff, 0xff, 0]) }
    }

    @Test("statements are ASCII: a role title in another script is refused when it is made")
    func ascii() {
        #expect(throws: LedgerError.badToken) { try OfficerRole(number: 1, title: "Lögreglumaður") }
        #expect(throws: LedgerError.badToken) { try OfficerRole(number: 1, title: "a\nverb erased") }
        #expect(throws: LedgerError.outOfRange) { try OfficerRole(number: 0, title: "Officer") }
    }
}
