package import HeedLedger
package import HeedStore
import Synchronization

/// The manifest in force and the certificates it vouches for.
/// A certificate's signatures are checked once for each manifest; whether it counts in a batch, every time.
package final class Trust: Sendable {
    private let state: Mutex<State>

    private struct State {
        var manifest: Manifest
        var attested: [[UInt8]: OfficerCertificate] = [:]
    }

    /// - Parameter manifest: from `Manifest.verified`, and accepted by the pin.
    package init(manifest: Manifest) {
        state = Mutex(State(manifest: manifest))
    }

    package var manifest: Manifest { state.withLock { $0.manifest } }

    /// Takes a newer manifest into use. What was checked under the old one is checked again.
    package func replace(manifest: Manifest) {
        state.withLock { $0 = State(manifest: manifest) }
    }

    /// - Throws: `LedgerError` if two registrars of the manifest did not sign the note, or it is not the one that the
    ///   row claims.
    package func attested(_ row: CertificateRow) throws(LedgerError) -> OfficerCertificate {
        let (manifest, known) = state.withLock { ($0.manifest, $0.attested[row.hash]) }
        if let known { return known }
        let certificate = try OfficerCertificate.attested(Array(row.note.utf8), under: manifest)
        guard certificate.hash == row.hash, certificate.username == row.username, certificate.person == row.person
        else { throw .unknownCertificate }
        state.withLock { state in
            // Another manifest may have come meanwhile.
            if state.manifest == manifest { state.attested[row.hash] = certificate }
        }
        return certificate
    }

    /// A certificate that counts in `batch`.
    /// - Throws: also `LedgerError.revoked` where the store says so ahead of the next manifest.
    package func usable(_ row: CertificateRow, at batch: Int) throws(LedgerError) -> OfficerCertificate {
        guard !row.isRevoked else { throw .revoked }
        let certificate = try attested(row)
        try manifest.checkUsable(certificate, at: batch)
        return certificate
    }
}
