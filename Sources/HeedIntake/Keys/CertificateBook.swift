import HeedLedger
import Synchronization

/// The officers' certificates that this process has checked, so that each costs its signatures once.
/// A certificate is named by the SHA-256 of its text and the manifest is fixed for the process, so an answer stays
/// true; validity and revocation are asked again every time.
final class CertificateBook: Sendable {
    private let manifest: Manifest
    private let known = Mutex<[[UInt8]: OfficerCertificate]>([:])
    /// More officers than any force has; keeps rows somebody adds to the store from filling memory.
    private static let most = 10_000

    init(_ manifest: Manifest) { self.manifest = manifest }

    /// The certificate of this note if two registrars vouch for it, it counted in the batch that something says it was
    /// written in, and it has not been revoked by the batch in which that is read.
    func certificate(hash: [UInt8], note: String, writtenIn: Int, readIn: Int) -> OfficerCertificate? {
        guard let certificate = attested(hash: hash, note: note),
            (try? manifest.checkUsable(certificate, at: writtenIn)) != nil, !manifest.isRevoked(hash, at: readIn)
        else { return nil }
        return certificate
    }

    private func attested(hash: [UInt8], note: String) -> OfficerCertificate? {
        if let certificate = known.withLock({ $0[hash] }) { return certificate }
        guard let certificate = try? OfficerCertificate.attested(Array(note.utf8), under: manifest),
            certificate.hash == hash
        else { return nil }
        known.withLock { known in
            if known.count < Self.most { known[hash] = certificate }
        }
        return certificate
    }
}
