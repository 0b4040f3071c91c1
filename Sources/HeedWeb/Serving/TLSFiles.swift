/// Where a listener's certificate chain and private key are: PEM files, read at start and again when they change.
package struct TLSFiles: Equatable, Sendable {
    package let certificateChain: String
    package let privateKey: String

    package init(certificateChain: String, privateKey: String) {
        self.certificateChain = certificateChain
        self.privateKey = privateKey
    }
}
