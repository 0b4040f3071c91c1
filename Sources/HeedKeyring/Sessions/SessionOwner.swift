/// Whose session it is: the username and the hash of the certificate it was opened under.
/// The certificate is looked up and checked again on each request: it may have been revoked since.
package struct SessionOwner: Hashable, Sendable {
    package let username: String
    /// 32 bytes.
    package let certificate: [UInt8]

    package init(username: String, certificate: [UInt8]) {
        self.username = username
        self.certificate = certificate
    }
}
