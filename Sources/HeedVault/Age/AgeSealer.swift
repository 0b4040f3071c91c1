/// Writes a whole age v1 file, header first, as plaintext arrives.
///
/// Holds at most 64 KiB of plaintext. Cannot be copied: see ``PayloadSealer``.
package struct AgeSealer: ~Copyable {
    private var payload: PayloadSealer
    private var header: [UInt8]

    /// Throws `refusedRecipients` or `cannotSeal`: see ``AgeHeader``.
    package init(to recipients: [any AgeRecipient]) throws(VaultError) {
        let fileKey = FileKey()
        header = try AgeHeader(wrapping: fileKey, for: recipients).serialised()
        payload = PayloadSealer(fileKey)
    }

    /// Takes plaintext, gives file bytes.
    package mutating func update(_ bytes: [UInt8]) throws(VaultError) -> [UInt8] {
        defer { header = [] }
        return header + (try payload.update(bytes))
    }

    /// The file's last bytes.
    package consuming func finish() throws(VaultError) -> [UInt8] {
        let header = header
        return header + (try payload.finish())
    }

    /// The whole file at once.
    package static func seal(_ bytes: [UInt8], to recipients: [any AgeRecipient]) throws(VaultError) -> [UInt8] {
        var sealer = try AgeSealer(to: recipients)
        let start = try sealer.update(bytes)
        return start + (try sealer.finish())
    }
}
