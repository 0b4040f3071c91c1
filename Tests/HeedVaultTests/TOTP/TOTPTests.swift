import Testing

@testable import HeedVault

@Suite("One-time passwords")
struct TOTPTests {
    let totp: TOTP

    init() throws { totp = try TOTP(secret: Array("12345678901234567890".utf8)) }

    @Test(
        "RFC 6238, appendix B, SHA-1",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func published(seconds: Int64, eightDigits: String) {
        let step = TOTP.step(unixSeconds: seconds)
        let text = String(totp.truncated(step) % 100_000_000)
        #expect(String(repeating: "0", count: 8 - text.count) + text == eightDigits)
        #expect(totp.code(step: step) == String(eightDigits.suffix(6)))
        #expect(totp.matchedStep(String(eightDigits.suffix(6)), unixSeconds: seconds, after: nil) == step)
    }

    @Test("one step early or late matches and is named, two do not")
    func window() {
        for (offset, isMatched) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let step = UInt64(50_000 + offset)
            let matched = totp.matchedStep(totp.code(step: step), unixSeconds: 50_000 * 30 + 15, after: nil)
            #expect(matched == (isMatched ? step : nil))
        }
    }

    @Test("a step that was used, or an earlier one, never matches again")
    func replay() {
        let code = totp.code(step: 50_000)
        #expect(totp.matchedStep(code, unixSeconds: 1_500_000, after: 49_999) == 50_000)
        #expect(totp.matchedStep(code, unixSeconds: 1_500_000, after: 50_000) == nil)
        #expect(totp.matchedStep(code, unixSeconds: 1_500_000, after: 50_001) == nil)
    }

    @Test("what is no code is refused, and the first seconds of the epoch do not crash")
    func nonsense() {
        for typed in ["", "abc", "12345", "1234567", "١٢٣٤٥٦"] {
            #expect(totp.matchedStep(typed, unixSeconds: 0, after: nil) == nil)
        }
        #expect(totp.matchedStep(totp.code(step: 0), unixSeconds: -100, after: nil) == 0)
        let spaced = totp.code(step: 1)
        #expect(totp.matchedStep(spaced.prefix(3) + " " + spaced.suffix(3), unixSeconds: 30, after: nil) == 1)
    }

    @Test("a secret comes back from its text, as people copy it", arguments: [0, 1, 2, 3, 4])
    func text(extra: Int) throws {
        let secret = try TOTP(secret: [UInt8](0..<UInt8(16 + extra)))
        #expect(try TOTP(secretText: secret.secretText).secretBytes == secret.secretBytes)
        let copied = secret.secretText.lowercased() + "=="
        #expect(try TOTP(secretText: " " + copied).secretBytes == secret.secretBytes)
    }

    @Test(
        "RFC 4648's Base 32 strings",
        arguments: [("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foobar", "MZXW6YTBOI")])
    func base32(text: String, encoded: String) throws {
        #expect(Base32.encode(Array(text.utf8)) == encoded)
        #expect(try Base32.decode(encoded) == Array(text.utf8))
    }

    @Test("text that is no secret is refused", arguments: ["", "MY", "MZXW6YTBOI1", "MZXW6YTBO\u{0130}", "M"])
    func malformed(text: String) {
        #expect(refused { () throws(VaultError) in try TOTP(secretText: text) } == .malformed)
    }
}
