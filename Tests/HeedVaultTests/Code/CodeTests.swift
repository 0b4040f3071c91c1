import Testing

@testable import HeedVault

@Suite("Codes")
struct CodeTests {
    static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let code: ReporterCode

    init() throws { code = try ReporterCode(bytes: Array(0...13)) }

    @Test("the check is CRC-8 with its published check value")
    func crc() {
        #expect(CodeSymbols.check(Array("123456789".utf8)) == 0xB4)
        #expect(CodeSymbols.check(Array(0...13)) == 0x94)
    }

    @Test("the worked code is printed as published and read back")
    func worked() throws {
        #expect(code.grouped == "000G-40R4-0M30-E209-185G-R3CM")
        #expect(code.symbols == "000G40R40M30E209185GR3CM")
        #expect(try ReporterCode(typed: code.grouped) == code)
    }

    @Test(
        "case, I and L, O, spaces and dashes of any script do not matter",
        arguments: [
            "ooog 4or4 om3o e2o9 i85g r3cm", "OOOG-4OR4-OM3O-E2O9-L85G-R3CM",
            "000G\u{2013}40R4\u{2011}0M30\u{00A0}E209185GR3CM",
            "\u{200E}000g\u{3000}40r4\u{2003}0m30e209\u{200B}185gr3cm\n", " - 000G40R40M30E209185GR3CM - ",
        ])
    func folded(typed: String) throws {
        #expect(try ReporterCode(typed: typed) == code)
    }

    @Test(
        "another length or symbol is no code",
        arguments: [
            "", "-", "000G-40R4-0M30-E209-185G-R3C", "000G-40R4-0M30-E209-185G-R3CMM", "000U-40R4-0M30-E209-185G-R3CM",
            "000é-40R4-0M30-E209-185G-R3CM", "٠00G-40R4-0M30-E209-185G-R3CM", "000G<40R40M30E209185GR3CM",
        ])
    func notACode(typed: String) {
        #expect(refused { () throws(VaultError) in try ReporterCode(typed: typed) } == .notACode)
    }

    @Test("every single wrong symbol is found, in many codes")
    func singleErrors() throws {
        for code in sample(20) {
            let symbols = Array(code.symbols)
            for place in symbols.indices {
                for symbol in Self.alphabet where symbol != symbols[place] {
                    var wrong = symbols
                    wrong[place] = symbol
                    #expect(typed(wrong) == .checkFailed)
                }
            }
        }
    }

    @Test("every swap of two different symbols is found, in many codes")
    func swaps() throws {
        for code in sample(40) {
            let symbols = Array(code.symbols)
            for first in symbols.indices {
                for second in symbols.indices where second > first && symbols[first] != symbols[second] {
                    var wrong = symbols
                    wrong.swapAt(first, second)
                    #expect(typed(wrong) == .checkFailed)
                }
            }
        }
    }

    @Test("issued codes read back, and differ")
    func issued() throws {
        let codes = (0..<200).map { _ in ReporterCode.issue() }
        for code in codes { #expect(try ReporterCode(typed: code.grouped.lowercased()) == code) }
        #expect(Set(codes.map(\.symbols)).count == 200)
    }

    @Test("read out, each symbol has its word, and no two share one")
    func readOut() {
        let letters = code.letters
        #expect(letters.map(\.symbol) == Array(code.symbols))
        #expect(letters.prefix(4).map(\.word) == ["Zero", "Zero", "Zero", "Golf"])
        #expect(Set(Self.alphabet.map { CodeLetter($0).word }).count == 32)
    }

    @Test("a code is never printed by accident")
    func unprintable() {
        var dumped = ""
        dump(code, to: &dumped)
        for text in ["\(code)", String(reflecting: code), String(describing: Optional(code)), dumped] {
            #expect(!text.contains("000G") && text.contains("not shown"))
        }
    }

    private func sample(_ count: Int) -> [ReporterCode] {
        var generator = SeededGenerator(state: 7)
        return (0..<count).compactMap { _ in try? ReporterCode(bytes: generator.bytes(14)) }
    }

    private func typed(_ symbols: [Character]) -> VaultError? {
        refused { () throws(VaultError) in try ReporterCode(typed: String(symbols)) }
    }
}
