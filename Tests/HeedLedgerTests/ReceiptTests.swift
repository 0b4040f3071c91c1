import HeedVault
import Testing

@testable import HeedLedger

@Suite struct ReceiptTests {
    let signer: NoteSigner
    let receipt: Receipt
    let parameters: LedgerParameters

    init() throws {
        signer = try SignedNoteTests.signer("tips.example.org/ledger/receipt", 5)
        parameters = try Vector.parameters()
        receipt = try Receipt(
            origin: Vector.origin, entry: Vector.leaf().entry, detail: Vector.detail, cohort: 20,
            calendar: parameters.calendar(), manifestHash: [UInt8](repeating: 0xab, count: 32))
    }

    @Test("the worked receipt is written exactly as its document shows")
    func vector() {
        let expected = """
            tips.example.org/ledger/receipt
            heed-receipt/v1
            entry AS3dkSqfeJbr760CucE/GGPAQrW7kJucBSYPbJ8NaISFwntL4dO8WaJBcTrSVy5C/0FNvAXy/9VWOup7bCiZ/tY=
            detail g89/BEl4HFZMJ/4YTxNy+9yIaOidhVUxV7C8WpDylKE=
            cohort 20
            include-by 147 2026-11-28
            promise opened 1 decided 14
            manifest q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=

            """
        #expect(String(decoding: receipt.text, as: UTF8.self) == expected)
    }

    @Test("a receipt verifies under a key of its own log and reads back")
    func roundTrip() throws {
        let note = try receipt.signed(by: signer).encoded
        #expect(try Receipt.verified(note, keys: [signer.verifier], parameters: parameters) == receipt)
    }

    @Test("no receipt verifies after any one byte of it was altered")
    func everyByte() throws {
        let note = try receipt.signed(by: signer).encoded
        for index in note.indices {
            var altered = note
            altered[index] ^= 1
            #expect(throws: LedgerError.self) {
                try Receipt.verified(altered, keys: [signer.verifier], parameters: parameters)
            }
        }
    }

    @Test("a key that is not this log's receipt key signs no receipt")
    func foreignKeys() throws {
        let other = try SignedNoteTests.signer("tips.example.org/ledger/manifest", 5)
        #expect(throws: LedgerError.badToken) { try receipt.signed(by: other) }
        let forged = try SignedNote(signing: receipt.text, with: [other]).encoded
        #expect(throws: LedgerError.tooFewSignatures) {
            try Receipt.verified(forged, keys: [other.verifier, signer.verifier], parameters: parameters)
        }
        let elsewhere = try LedgerParameters(
            origin: "other.example/ledger", instance: Vector.instance, t0: Vector.t0)
        let note = try receipt.signed(by: signer).encoded
        #expect(throws: LedgerError.otherOrigin) {
            try Receipt.verified(note, keys: [signer.verifier], parameters: elsewhere)
        }
    }

    @Test(
        "a signed receipt whose dates do not follow from the ledger's parameters is refused",
        arguments: [
            ("147 2026-11-28", "148 2026-11-29"), ("147 2026-11-28", "147 2026-11-29"), ("cohort 20", "cohort 19"),
        ])
    func dates(_ old: String, _ new: String) throws {
        let text = String(decoding: receipt.text, as: UTF8.self).replacing(old, with: new)
        let note = try SignedNote(signing: Array(text.utf8), with: [signer]).encoded
        #expect(throws: LedgerError.malformed(.receipt)) {
            try Receipt.verified(note, keys: [signer.verifier], parameters: parameters)
        }
    }

    @Test(
        "another spelling of a receipt is refused",
        arguments: [
            ("include-by 147 ", "include-by 147  "), ("decided 14", "decided 014"), ("cohort 20", "cohort 20 "),
            ("detail g89", "detail g8-"), ("manifest q6ur", "extra 1\nmanifest q6ur"), ("promise ", "promises "),
            ("heed-receipt/v1", "heed-receipt/v2"), ("entry AS3d", "entry Ai3d"),
        ])
    func strict(_ old: String, _ new: String) {
        let text = String(decoding: receipt.text, as: UTF8.self).replacing(old, with: new)
        #expect(throws: LedgerError.malformed(.receipt)) { try Receipt(parsing: Array(text.utf8)) }
    }
}
