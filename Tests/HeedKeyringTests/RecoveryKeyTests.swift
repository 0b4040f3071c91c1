import HeedLedger
import HeedVault
import Testing

@testable import HeedKeyring

@Suite struct RecoveryKeyTests {
    @Test("any two holders open a share; one alone, or two in the wrong order, open nothing")
    func twoOfThree() throws {
        let key = RecoveryKey.generate(epoch: 1)
        let holders = [HybridIdentity(), HybridIdentity(), HybridIdentity()]
        let shares = try key.shares(for: holders.map { try $0.recipient })
        #expect(shares.map { [$0.inner, $0.outer] } == [[1, 2], [1, 3], [2, 3]])
        for share in shares {
            let (inner, outer) = (holders[share.inner - 1], holders[share.outer - 1])
            let opened = try RecoveryKey.open(
                share.file, outer: outer, inner: inner, expecting: key.publicEpoch)
            #expect(opened.identity.secretSeed == key.identity.secretSeed)
            for (first, second) in [(outer, outer), (inner, inner), (inner, outer)] {
                #expect(throws: KeyringError.vault(.cannotOpen)) {
                    try RecoveryKey.open(share.file, outer: first, inner: second, expecting: key.publicEpoch)
                }
            }
        }
    }

    @Test("inside both layers lies an age identity file")
    func stockFormat() throws {
        let key = RecoveryKey.generate(epoch: 1)
        let holders = [HybridIdentity(), HybridIdentity(), HybridIdentity()]
        let share = try key.shares(for: holders.map { try $0.recipient })[0]
        let content = try AgeOpener.open(AgeOpener.open(share.file, with: [holders[1]]), with: [holders[0]])
        let text = String(decoding: content, as: UTF8.self)
        #expect(text.hasPrefix("AGE-SECRET-KEY-PQ-1") && text.hasSuffix("\n"))
    }

    @Test("a share of another key is refused, and three different holders are needed")
    func wrong() throws {
        let key = RecoveryKey.generate(epoch: 1)
        let holders = [HybridIdentity(), HybridIdentity(), HybridIdentity()]
        let recipients = try holders.map { try $0.recipient }
        let share = try key.shares(for: recipients)[0]
        #expect(throws: KeyringError.wrongKey) {
            try RecoveryKey.open(
                share.file, outer: holders[1], inner: holders[0],
                expecting: RecoveryKey.generate(epoch: 1).publicEpoch)
        }
        #expect(throws: KeyringError.badPlan) { try key.shares(for: Array(recipients[..<2])) }
        #expect(throws: KeyringError.badPlan) { try key.shares(for: [recipients[0], recipients[0], recipients[1]]) }
    }
}
