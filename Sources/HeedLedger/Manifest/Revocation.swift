/// A certificate that counts no more from one batch on. Steps of earlier batches stay valid.
package struct Revocation: Hashable, Sendable {
    /// Hash of the certificate, 32 bytes.
    package let certificate: [UInt8]
    /// The first batch in which it no longer counts.
    package let from: Int

    /// - Throws: `LedgerError.wrongLength` or `.outOfRange`.
    package init(certificate: [UInt8], from: Int) throws(LedgerError) {
        guard certificate.count == 32 else { throw .wrongLength }
        guard (0...Int(UInt32.max)).contains(from) else { throw .outOfRange }
        self.certificate = certificate
        self.from = from
    }
}
