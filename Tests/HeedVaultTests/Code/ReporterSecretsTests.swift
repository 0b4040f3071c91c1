import HeedVault
import Testing

@Suite("What a code stands for")
struct ReporterSecretsTests {
    let secrets: ReporterSecrets

    init() throws {
        let code = try ReporterCode(bytes: Array(0...13))
        secrets = ReporterSecrets(code: code, instance: Instance(origin: "tips.example.org/ledger"))
    }

    @Test("the worked values are the published ones")
    func worked() throws {
        #expect(
            Hex.encode(Instance(origin: "tips.example.org/ledger").id)
                == "99da060ef42e3642b7d6c1eab226ee43ebaf8dd89c05099d745b7a1316c3f4cb")
        #expect(
            Hex.encode(secrets.threadTag) == "84b955ddc3c7da5b3729b58bad8f0bae27701e66d70da60be99fc25d40627a8f")
        #expect(
            Hex.encode(try secrets.replyIdentity.secretSeed)
                == "a8e87ee6785abc722b1df8191c8be23b40edc09b62ef52a1d44e2b9242e124d0")
        #expect(
            Hex.encode(secrets.ledgerKey) == "8a582abfcfbc9b1dce4a74388fc42352d5ae6ecc9ae5e3c462292556998f0470")
        #expect(Hex.encode(secrets.idemKey) == "0b65dbdbf3292a589ac9fe16b7e197c1d2611247be92aeaf6922ba290d2f137b")
        let signing = try secrets.followUpSigningSeed
        #expect(
            Hex.encode(signing.secretSeed) == "e1e97dea56e362512ab6ad7dd04413faa072954b0bf1a1713b0bbcd7478cd0a6")
        #expect(
            Hex.encode(try signing.verifyKey.bytes)
                == "1a0cdc3c9583f181c1dfb6c5ac0af098f19dce814c95ba955609e2379b8ea99f")
    }

    @Test("the same code in another installation stands for nothing known here")
    func otherInstance() throws {
        let code = try ReporterCode(bytes: Array(0...13))
        let elsewhere = ReporterSecrets(code: code, instance: Instance(origin: "tips.example.com/ledger"))
        #expect(elsewhere.threadTag != secrets.threadTag && elsewhere.ledgerKey != secrets.ledgerKey)
    }

    @Test("a reply sealed to the reporter opens with the code alone")
    func reply() throws {
        let object = try SealedObject.seal(Array("when?".utf8), to: [secrets.replyIdentity.recipient])
        let opened = try SealedObject.open(
            header: object.header, payload: object.payload, with: secrets.replyIdentity)
        #expect(opened.content == Array("when?".utf8))
    }

    @Test("the idempotency mark depends on key and content")
    func idempotency() {
        let content = Digest.sha256(Array("content".utf8))
        let mark = Idempotency.mac(secrets.idemKey, canonicalSHA256: content)
        // Computed with another implementation of HMAC.
        #expect(Hex.encode(mark) == "f3da206ccfb3ffcd374f1f663f1533e7393770662be4b784229dd9051f40ea5c")
        #expect(mark != Idempotency.mac(secrets.ledgerKey, canonicalSHA256: content))
        #expect(mark != Idempotency.mac(secrets.idemKey, canonicalSHA256: Digest.sha256([])))
    }
}
