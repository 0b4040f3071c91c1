import Testing

@testable import HeedLedger

@Suite struct LedgerParametersTests {
    static let text = """
        heed-params/v1
        origin tips.example.org/ledger
        instance 99da060ef42e3642b7d6c1eab226ee43ebaf8dd89c05099d745b7a1316c3f4cb
        t0 1783036800
        interval 86400
        cohort 7
        gather 20
        floor 64
        disclose 35
        grace 86400

        """

    @Test("entry 0 is written exactly as its document shows, and reads back")
    func vector() throws {
        let parameters = try Vector.parameters()
        #expect(String(decoding: parameters.encoded, as: UTF8.self) == Self.text)
        #expect(try LedgerParameters(parsing: Array(Self.text.utf8)) == parameters)
    }

    @Test(
        "another spelling of entry 0 is refused",
        arguments: [
            ("t0 1783036800", "t0 01783036800"), ("cohort 7", "cohort 7 "), ("grace 86400\n", "grace 86400"),
            ("floor 64", "floor 63"), ("gather 20\n", ""), ("99da", "99DA"), ("heed-params/v1", "heed-params/v2"),
            ("interval 86400", "interval 0"), ("cohort 7", "cohort 7\r"), ("grace 86400\n", "grace 86400\n\n"),
            ("grace 86400\n", "grace 86400\nextra 1\n"),
        ])
    func strict(_ old: String, _ new: String) {
        let text = Self.text.replacing(old, with: new)
        #expect(throws: LedgerError.malformed(.parameters)) { try LedgerParameters(parsing: Array(text.utf8)) }
    }
}
