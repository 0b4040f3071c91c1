import HeedVault
import Testing

@testable import HeedLedger

@Suite struct OfficerCertificateTests {
    let force: Force
    let manifest: Manifest

    init() throws {
        force = try Force()
        manifest = try force.manifest()
    }

    @Test("a certificate by two registrars verifies, reads back and is written exactly as its document shows")
    func roundTrip() throws {
        let certificate = try force.certificate("asta", person: "1001", 21)
        #expect(try OfficerCertificate.verified(force.note(certificate), under: manifest, at: 145) == certificate)
        let expected = """
            tips.example.org/ledger/officer
            heed-officer/v1
            username asta
            person 1001
            name Ásta Example
            role 12 Intelligence desk sergeant
            compartment activity
            compartment source
            recipient \(force.recipient.text)
            routine \(Base64.standard.encode(try force.seed(21).verifyKey.bytes))
            grave \(Base64.standard.encode(try force.seed(22).verifyKey.bytes))
            valid 0 1000

            """
        #expect(String(decoding: certificate.text, as: UTF8.self) == expected)
    }

    @Test("one registrar, one twice, or a stranger with a registrar's name certifies nobody")
    func registrars() throws {
        let text = try force.certificate("asta", person: "1001", 21).text
        let impostor = try force.registrar("9002", 99)
        for signers in try [
            [force.registrar("9001", 11)], [force.registrar("9001", 11), force.registrar("9001", 11)],
            [force.registrar("9001", 11), impostor],
        ] {
            let note = try SignedNote(signing: text, with: signers).encoded
            #expect(throws: LedgerError.tooFewSignatures) {
                try OfficerCertificate.verified(note, under: manifest, at: 145)
            }
        }
    }

    @Test("no certificate verifies after a byte of it was altered")
    func altered() throws {
        let note = try force.note(force.certificate("asta", person: "1001", 21))
        for index in note.indices where index < 200 || index.isMultiple(of: 53) || index > note.count - 500 {
            var altered = note
            altered[index] ^= 1
            #expect(throws: LedgerError.self) { try OfficerCertificate.verified(altered, under: manifest, at: 145) }
        }
    }

    @Test("a certificate does not count before, after or once revoked, and stays good for batches before that")
    func validity() throws {
        let certificate = try force.certificate("asta", person: "1001", 21, valid: (100, 200))
        let note = try force.note(certificate)
        #expect(throws: LedgerError.notValidAtBatch) { try OfficerCertificate.verified(note, under: manifest, at: 99) }
        #expect(throws: LedgerError.notValidAtBatch) { try OfficerCertificate.verified(note, under: manifest, at: 201) }
        let after = try force.manifest(revoked: [Revocation(certificate: certificate.hash, from: 150)])
        #expect(throws: LedgerError.revoked) { try OfficerCertificate.verified(note, under: after, at: 150) }
        #expect(try OfficerCertificate.verified(note, under: after, at: 149) == certificate)
    }

    @Test("a recipient swapped in the database is refused: only the certificate's own bytes count")
    func swappedRecipient() throws {
        let certificate = try force.certificate("asta", person: "1001", 21)
        let mine = try HybridIdentity(seed: [UInt8](repeating: 0x66, count: 32)).recipient
        let text = String(decoding: try force.note(certificate), as: UTF8.self)
        let swapped = text.replacing(force.recipient.text, with: mine.text)
        #expect(swapped != text)
        #expect(throws: LedgerError.badSignature) {
            try OfficerCertificate.verified(Array(swapped.utf8), under: manifest, at: 145)
        }
    }

    @Test("a certificate of another installation is refused")
    func otherOrigin() throws {
        let certificate = try OfficerCertificate(
            origin: "other.example/ledger", username: "asta", person: "1001", name: nil,
            roles: [OfficerRole(number: 1, title: "Officer")], compartments: [], recipient: force.recipient,
            routineKey: force.seed(21).verifyKey, graveKey: force.seed(22).verifyKey,
            valid: BatchRange(first: 0, last: 1))
        #expect(throws: LedgerError.otherOrigin) {
            try OfficerCertificate.verified(force.note(certificate), under: manifest, at: 0)
        }
    }

    @Test("one key for both purposes, no role, a repeated role, and hostile names are refused")
    func contents() throws {
        func make(
            name: String? = nil, username: String = "asta", roles: [Int] = [1], grave: UInt8 = 22
        ) throws -> OfficerCertificate {
            try OfficerCertificate(
                origin: force.origin, username: username, person: "1", name: name,
                roles: roles.map { try OfficerRole(number: $0, title: "Officer") }, compartments: [],
                recipient: force.recipient, routineKey: force.seed(21).verifyKey, graveKey: force.seed(grave).verifyKey,
                valid: BatchRange(first: 0, last: 1))
        }
        #expect(try make().compartments == [])
        #expect(throws: LedgerError.malformed(.certificate)) { try make(grave: 21) }
        #expect(throws: LedgerError.malformed(.certificate)) { try make(roles: []) }
        #expect(throws: LedgerError.malformed(.certificate)) { try make(roles: [1, 1]) }
        for name in ["", " a", "a\nrole 2 Supervisor", "a\u{2028}b", "a\u{85}b", String(repeating: "a", count: 129)] {
            #expect(throws: LedgerError.badToken) { try make(name: name) }
        }
        for username in ["", "a b", "a\nb", "é", String(repeating: "a", count: 65)] {
            #expect(throws: LedgerError.badToken) { try make(username: username) }
        }
    }

    @Test("a grant of a case compartment reads back and is strict")
    func grant() throws {
        let grant = try CompartmentGrant(
            origin: force.origin, compartment: "case-0042", epoch: 1, recipient: force.recipient,
            holders: [Vector.detail, Vector.instance], valid: BatchRange(first: 1, last: 2))
        #expect(try CompartmentGrant(parsing: grant.text) == grant)
        let text = String(decoding: grant.text, as: UTF8.self)
        for bad in [
            text.replacing("epoch 1", with: "epoch 0"), text.replacing("case-0042", with: "activity"),
            text.replacing("valid 1 2", with: "valid 2 1"), text + text,
        ] {
            #expect(throws: LedgerError.malformed(.grant)) { try CompartmentGrant(parsing: Array(bad.utf8)) }
        }
    }
}
