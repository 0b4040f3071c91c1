import HeedLedger
import HeedVault

/// What one request needs of a code, derived once: the reply key alone costs 0.06 ms.
struct DerivedSecrets: Unprintable, Sendable {
    let threadTag: [UInt8]
    let ledgerKey: LedgerKey
    let idemKey: [UInt8]
    let replyIdentity: HybridIdentity
    let replyRecipient: HybridRecipient
    let followUpSeed: SigningSeed
    let followUpKey: VerifyKey

    init(_ code: ReporterCode, in instance: Instance) throws {
        let secrets = ReporterSecrets(code: code, instance: instance)
        threadTag = secrets.threadTag
        ledgerKey = try LedgerKey(secrets.ledgerKey)
        idemKey = secrets.idemKey
        replyIdentity = try secrets.replyIdentity
        replyRecipient = try replyIdentity.recipient
        followUpSeed = try secrets.followUpSigningSeed
        followUpKey = try followUpSeed.verifyKey
    }
}
