import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore

/// What a signed certificate changes in the store. The commands, where both registrars type at once, and the pages,
/// where each signs alone, end in the same writes.
enum CertifiedChange: Sendable {
    case added(OfficerFiles)
    /// New keys: the old certificate is revoked, and compartments are to be granted again.
    case enrolledAgain(OfficerFiles, old: [UInt8])
    /// The same keys: the old certificate is revoked; files of compartments that the new one covers stay.
    case role(old: [UInt8])

    /// Runs after the certificate's own row is stored, in the same transaction.
    /// - Throws: `StoreError.conflict` where the account has changed meanwhile; `SQLError.unique` for a name in use.
    func write(_ new: OfficerCertificate, in db: Connection) throws {
        switch self {
        case .added(let files): try db.insert(Self.account(new, files))
        case .enrolledAgain(let files, let old):
            _ = try Self.account(of: new.username, still: old, in: db)
            try db.deleteCompartmentKeys(of: old)
            try db.revoke(old)
            // No code of the new device has been used yet.
            try db.update(Self.account(new, files))
        case .role(let old):
            var account = try Self.account(of: new.username, still: old, in: db)
            for key in try db.compartmentKeys(of: old) where new.covers(compartment: key.compartment) {
                try db.insert(
                    CompartmentKeyRow(
                        compartment: key.compartment, epoch: key.epoch, certificate: new.hash, file: key.file))
            }
            try db.deleteCompartmentKeys(of: old)
            try db.revoke(old)
            account.certificate = new.hash
            try db.update(account)
        }
    }

    private static func account(_ new: OfficerCertificate, _ files: OfficerFiles) -> OfficerRow {
        OfficerRow(
            username: new.username, certificate: new.hash, routineFile: files.routine, graveFile: files.grave)
    }

    private static func account(of username: String, still old: [UInt8], in db: Connection) throws -> OfficerRow {
        guard let account = try db.officer(username), account.isActive, account.certificate == old else {
            throw StoreError.conflict
        }
        return account
    }
}
