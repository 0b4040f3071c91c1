import HeedVault
import Testing

@testable import HeedLedger

@Suite struct ManifestTests {
    let force: Force

    init() throws { force = try Force() }

    @Test("a manifest signed by two pinned roots verifies and reads back")
    func roundTrip() throws {
        let manifest = try force.manifest(revoked: [Revocation(certificate: Vector.detail, from: 30)])
        let note = try SignedNote(signing: manifest.text, with: [force.root(1), force.root(3)]).encoded
        let read = try Manifest.verified(note, origin: force.origin, roots: force.roots())
        #expect(read == manifest)
        #expect(read.current("activity")?.epoch == 1)
        #expect(read.current("prevent") == nil)
    }

    @Test("its text is written exactly as its document shows")
    func text() throws {
        let manifest = try force.manifest(revoked: [Revocation(certificate: Vector.detail, from: 30)])
        let recipient = force.recipient.text
        let expected = """
            tips.example.org/ledger/manifest
            heed-manifest/v1
            version 1
            previous none
            expires 2027-11-22
            compartment activity 1 \(recipient)
            compartment source 1 \(recipient)
            recovery 1 \(recipient)
            receipt-key 0 400 \(try SignedNoteTests.signer("tips.example.org/ledger/receipt", 5).verifier.vkey)
            log-key none
            registrar 9001 \(try force.registrar("9001", 11).verifier.vkey)
            registrar 9002 \(try force.registrar("9002", 12).verifier.vkey)
            registrar 9003 \(try force.registrar("9003", 13).verifier.vkey)
            promise opened 1 decided 14
            revoked g89/BEl4HFZMJ/4YTxNy+9yIaOidhVUxV7C8WpDylKE= 30

            """
        #expect(String(decoding: manifest.text, as: UTF8.self) == expected)
    }

    @Test("one root, one root twice, or an unpinned root is not enough")
    func roots() throws {
        let text = try force.manifest().text
        let stranger = try NoteSigner(
            name: Manifest.rootKeyName(origin: force.origin, label: "r9"), seed: force.seed(9))
        for signers in try [[force.root(1)], [force.root(1), force.root(1)], [force.root(1), stranger]] {
            let note = try SignedNote(signing: text, with: signers).encoded
            #expect(throws: LedgerError.tooFewSignatures) {
                try Manifest.verified(note, origin: force.origin, roots: force.roots())
            }
        }
    }

    @Test("no manifest verifies after a byte of it was altered")
    func altered() throws {
        let note = try SignedNote(signing: force.manifest().text, with: [force.root(1), force.root(2)]).encoded
        let roots = try force.roots()
        for index in note.indices where index < 200 || index.isMultiple(of: 97) || index > note.count - 400 {
            var altered = note
            altered[index] ^= 1
            #expect(throws: LedgerError.self) {
                try Manifest.verified(altered, origin: force.origin, roots: roots)
            }
        }
    }

    @Test("another spelling, order or repetition is refused though roots signed it")
    func strict() throws {
        let text = String(decoding: try force.manifest().text, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let swapped = (lines[..<5] + [lines[6], lines[5]] + lines[7...]).joined(separator: "\n")
        let repeated = (lines[..<6] + [lines[5]] + lines[6...]).joined(separator: "\n")
        for bad in [
            swapped, repeated, text.replacing("version 1", with: "version 01"),
            text.replacing("2027-11-22", with: "2027-02-30"), text.replacing("log-key none\n", with: ""),
            text.replacing("registrar 9001", with: "registrar 9009"),
            text.replacing("previous none", with: "previous bm9uZQ=="), text + "note hello\n",
        ] {
            #expect(throws: LedgerError.malformed(.manifest)) { try Manifest(parsing: Array(bad.utf8)) }
        }
    }

    @Test("a force with one registrar, or two registrars who share a person or a key, has no manifest")
    func registrars() throws {
        let a = try Registrar(origin: force.origin, person: "9001", key: force.seed(11).verifyKey)
        let samePerson = try Registrar(origin: force.origin, person: "9001", key: force.seed(12).verifyKey)
        let sameKey = try Registrar(origin: force.origin, person: "9002", key: force.seed(11).verifyKey)
        for registrars in [[a], [a, samePerson], [a, sameKey]] {
            #expect(throws: LedgerError.samePerson) { try force.manifest(registrars: registrars) }
        }
    }

    @Test("expiry is told in days, before and after, and refuses nothing")
    func expiry() throws {
        let manifest = try force.manifest()
        #expect(manifest.daysLeft(at: manifest.expires.unixSeconds - 30 * 86_400) == 30)
        #expect(manifest.daysLeft(at: manifest.expires.unixSeconds + 86_400) == -1)
    }
}
