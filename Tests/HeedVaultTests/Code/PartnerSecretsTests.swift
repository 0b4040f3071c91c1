import HeedVault
import Testing

@Suite("What a partner's code stands for")
struct PartnerSecretsTests {
    let instance = Instance(origin: "tips.example.org/ledger")

    @Test("the worked values are the published ones, computed by another implementation")
    func worked() throws {
        let secrets = PartnerSecrets(code: try PartnerCode(bytes: Array(0...13)), instance: instance)
        #expect(
            Hex.encode(secrets.requestTag) == "93b6ea49dc738e7dd80cc66c4234e552e926fa0f5edd0e1d26083f376d5ef44f")
        #expect(
            Hex.encode(try secrets.requestIdentity.secretSeed)
                == "2e822da26af36a9fd439a8c68758473e4dc63be4049b9751894f0f679598e4d5")
        #expect(Hex.encode(secrets.idemKey) == "5a419935b2e63bdc013fb7ba7f4b0ebaea4d3c1922b3aa1f520ac81a9cb23e0e")
        let signing = try secrets.answerSigningSeed
        #expect(
            Hex.encode(signing.secretSeed) == "2000c9bf30bc4fc7316d048b579277e1b764e15876c941c494d8902fe195318a")
        #expect(
            Hex.encode(try signing.verifyKey.bytes)
                == "c6688d4e3c38458cb6317ae38d3ed5f1c4216269c8226074bf1cbdf4a30fbd16")
    }

    @Test("the same symbols are one thing as a reporter's code and another as a partner's")
    func apart() throws {
        let symbols = ReporterCode.issue().symbols
        let reporter = ReporterSecrets(code: try ReporterCode(typed: symbols), instance: instance)
        let partner = PartnerSecrets(code: try PartnerCode(typed: symbols), instance: instance)
        #expect(reporter.threadTag != partner.requestTag && reporter.idemKey != partner.idemKey)
        #expect(try reporter.replyIdentity.secretSeed != partner.requestIdentity.secretSeed)
    }
}
