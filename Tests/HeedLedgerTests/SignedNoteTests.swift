import HeedVault
import Testing

@testable import HeedLedger

@Suite struct SignedNoteTests {
    static let exampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
    static let exampleNote = """
        This is an example message.

        — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

        """
    static let goKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let goSecret = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    static let goNote = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

        """

    static func signer(_ name: String, _ byte: UInt8) throws -> NoteSigner {
        try NoteSigner(name: name, seed: SigningSeed([UInt8](repeating: byte, count: 32)))
    }

    @Test(
        "the published example keys and notes verify and are written back byte for byte",
        arguments: [(exampleKey, exampleNote), (goKey, goNote)])
    func published(_ vkey: String, _ text: String) throws {
        let verifier = try NoteVerifier(vkey: vkey)
        #expect(verifier.vkey == vkey)
        let note = try SignedNote(parsing: Array(text.utf8))
        #expect(note.encoded == Array(text.utf8))
        #expect(try note.verify(with: [verifier]) == [verifier])
    }

    @Test("signing with the published secret gives the published note")
    func knownAnswer() throws {
        let seed = try Base64.standard.decode(Self.goSecret).dropFirst()
        let signer = try NoteSigner(name: "PeterNeumann", seed: SigningSeed(Array(seed)))
        #expect(signer.verifier.vkey == Self.goKey)
        let text = try SignedNote(parsing: Array(Self.goNote.utf8)).text
        #expect(try SignedNote(signing: text, with: [signer]).encoded == Array(Self.goNote.utf8))
    }

    @Test("no note verifies after any one byte of it was altered")
    func everyByte() throws {
        let verifier = try NoteVerifier(vkey: Self.exampleKey)
        let bytes = Array(Self.exampleNote.utf8)
        for index in bytes.indices {
            for mask: UInt8 in [1, 0x20, 0x80] {
                var altered = bytes
                altered[index] ^= mask
                #expect(throws: LedgerError.self) { try SignedNote(parsing: altered).verify(with: [verifier]) }
            }
        }
    }

    @Test("lines by unknown keys and unknown algorithms are accepted and prove nothing")
    func unknownLines() throws {
        let known = try Self.signer("log.example", 1)
        let text = Array("hello\n".utf8)
        let long = try NoteSignature(
            line: Array("— other.example \(Base64.standard.encode([UInt8](repeating: 7, count: 3_000)))".utf8))
        let sameName = try Self.signer("log.example", 9).signature(of: Array("other text\n".utf8))
        let note = try SignedNote(text: text, signatures: [long, sameName, known.signature(of: text)])
        let read = try SignedNote(parsing: note.encoded)
        #expect(read == note)
        #expect(try read.verify(with: [known.verifier]) == [known.verifier])
        #expect(throws: LedgerError.tooFewSignatures) { try read.verify(with: [known.verifier], atLeast: 2) }
        let stranger = try Self.signer("stranger.example", 3).verifier
        #expect(throws: LedgerError.tooFewSignatures) { try read.verify(with: [stranger]) }
        #expect(throws: LedgerError.tooFewSignatures) { try read.verify(with: []) }
    }

    @Test("one key counts once, under however many names or lines it signs")
    func distinctKeys() throws {
        let a = try Self.signer("a.example", 1)
        let sameKey = try Self.signer("b.example", 1)
        let other = try Self.signer("c.example", 2)
        let text = Array("hello\n".utf8)
        let doubled = try SignedNote(signing: text, with: [a, a, sameKey])
        let trusted = [a.verifier, sameKey.verifier, other.verifier]
        #expect(throws: LedgerError.tooFewSignatures) { try doubled.verify(with: trusted, atLeast: 2) }
        #expect(try SignedNote(signing: text, with: [a, other]).verify(with: trusted, atLeast: 2).count == 2)
    }

    @Test("a false line by a known key spoils a note that another known key signed")
    func falseLine() throws {
        let a = try Self.signer("a.example", 1)
        let b = try Self.signer("b.example", 2)
        let text = Array("hello\n".utf8)
        let note = try SignedNote(
            text: text, signatures: [a.signature(of: text), b.signature(of: Array("other\n".utf8))])
        #expect(throws: LedgerError.badSignature) { try note.verify(with: [a.verifier, b.verifier]) }
    }

    @Test("empty lines and any script may stand in a text; the last empty line ends it")
    func emptyLines() throws {
        let signer = try Self.signer("a.example", 1)
        for text in ["\n", "one\n\ntwo\n", "ends\n\n", "سر\n— not a signature\n"] {
            let note = try SignedNote(signing: Array(text.utf8), with: [signer])
            let read = try SignedNote(parsing: note.encoded)
            #expect(read.text == Array(text.utf8))
            try read.verify(with: [signer.verifier])
        }
    }

    @Test(
        "texts that a note cannot carry are refused",
        arguments: ["", "no newline", "a\u{0}b\n", "tab\there\n", "carriage\r\nreturn\n"])
    func badText(_ text: String) throws {
        let signer = try Self.signer("a.example", 1)
        #expect(throws: LedgerError.malformed(.note)) { try SignedNote(signing: Array(text.utf8), with: [signer]) }
    }

    @Test(
        "malformed signature lines are refused",
        arguments: [
            "", "— a.example", "— a.example  AAAAAAA=", "- a.example AAAAAAA=", "— a+b AAAAAAA=",
            "— a.example AAAAAAB=",
            "— a.example AAAAAA==", "— a\u{a0}b AAAAAAA=", "— a.example AAAAAAA= ", " — a.example AAAAAAA=",
        ])
    func badLines(_ line: String) {
        #expect(throws: LedgerError.malformed(.note)) { try SignedNote(parsing: Array("text\n\n\(line)\n".utf8)) }
    }

    @Test("invalid UTF-8, an unended note and a flood of signatures are refused")
    func limits() throws {
        let signer = try Self.signer("a.example", 1)
        let line = try signer.signature(of: [0x61, 0x0a])
        let good = try SignedNote(text: [0x61, 0x0a], signatures: Array(repeating: line, count: 16))
        #expect(try SignedNote(parsing: good.encoded).signatures.count == 16)
        #expect(throws: LedgerError.malformed(.note)) {
            try SignedNote(text: [0x61, 0x0a], signatures: Array(repeating: line, count: 101))
        }
        let flood = good.text + [0x0a] + Array(repeating: Array(line.line.utf8), count: 101).flatMap(\.self)
        #expect(throws: LedgerError.malformed(.note)) { try SignedNote(parsing: flood) }
        #expect(throws: LedgerError.malformed(.note)) { try SignedNote(parsing: good.encoded.dropLast()) }
        #expect(throws: LedgerError.malformed(.note)) { try SignedNote(parsing: [0xff] + good.encoded) }
        #expect(throws: LedgerError.malformed(.note)) { try SignedNote(parsing: []) }
    }

    @Test(
        "verifier keys with another id, type, alphabet or length are refused",
        arguments: [
            "", "a", "a+b", "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
            "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        ])
    func badKeys(_ vkey: String) {
        #expect(throws: LedgerError.malformed(.verifierKey)) { try NoteVerifier(vkey: vkey) }
    }
}
