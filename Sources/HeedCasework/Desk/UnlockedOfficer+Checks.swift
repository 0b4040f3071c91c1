import HeedCore
import HeedLedger
import HeedSQL
import HeedStore

extension UnlockedOfficer {
    /// Run inside the transaction that acts: a deactivated officer's last request changes nothing.
    /// - Throws: `Refusal.notAllowed` where the account or the certificate no longer counts.
    func checkStillCounts(in db: Connection, trust: Trust) throws {
        guard let row = try db.officer(officer.username), row.isActive, row.certificate == certificate.hash,
            let note = try db.certificate(certificate.hash),
            (try? trust.usable(note, at: db.currentBatch())) != nil
        else { throw Refusal.notAllowed(.signedOut) }
    }
}
