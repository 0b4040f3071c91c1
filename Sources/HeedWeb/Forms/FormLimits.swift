/// How much of a form is read.
///
/// 256 KiB of text fill at most 768 KiB once percent-encoded, and the sealed state that carries all answers at most
/// 1 MiB more; 4 MiB leaves room to give back a text that is too long, whole, with a word about the excess.
package struct FormLimits: Sendable {
    /// Bytes of the encoded body. Beyond: 413, and the connection is closed.
    package var bytes: Int
    package var fields: Int
    /// Bytes of one field's name, decoded.
    package var nameBytes: Int

    package init(bytes: Int = 4 << 20, fields: Int = 256, nameBytes: Int = 64) {
        self.bytes = bytes
        self.fields = fields
        self.nameBytes = nameBytes
    }
}
