/// One installation: an origin such as `tips.example.org/ledger`, fixed for ever at `heed init`.
///
/// Its id is the salt of everything derived from a code, so a code means nothing to another installation.
package struct Instance: Hashable, Sendable {
    package let origin: String
    /// SHA-256(`heed/v1/instance` LF origin), 32 bytes, public.
    package let id: [UInt8]

    package init(origin: String) {
        self.origin = origin
        id = Digest.sha256(Array("heed/v1/instance\n\(origin)".utf8))
    }
}
