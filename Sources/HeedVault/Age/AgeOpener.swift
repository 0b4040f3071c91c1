/// Reads a whole age v1 file as its bytes arrive.
///
/// Gives out only authenticated plaintext; it is complete when ``finish()`` returns. `malformed` is decided without a
/// secret, all else is `cannotOpen`. After an error it must not be used again.
package struct AgeOpener: Sendable {
    private let identities: [any AgeIdentity]
    private var headerBytes: [UInt8] = []
    private var searched = 0
    private var payload: PayloadOpener?

    package init(with identities: [any AgeIdentity]) { self.identities = identities }

    /// Takes file bytes, gives plaintext.
    package mutating func update(_ bytes: [UInt8]) throws(VaultError) -> [UInt8] {
        if payload != nil { return try payload?.update(bytes) ?? [] }
        headerBytes += bytes
        guard let end = AgeHeader.end(in: headerBytes, searchedLinesTo: &searched) else {
            guard headerBytes.count <= AgeHeader.maximumSize else { throw .malformed }
            return []
        }
        let header = try AgeHeader(Array(headerBytes[..<end]))
        var opener = PayloadOpener(try header.fileKey(for: identities))
        let plaintext = try opener.update(Array(headerBytes[end...]))
        payload = opener
        headerBytes = []
        return plaintext
    }

    /// The last plaintext, and the proof that nothing is missing.
    package mutating func finish() throws(VaultError) -> [UInt8] {
        guard payload != nil else { throw .malformed }
        return try payload?.finish() ?? []
    }

    /// The whole file at once.
    package static func open(_ file: [UInt8], with identities: [any AgeIdentity]) throws(VaultError) -> [UInt8] {
        var opener = AgeOpener(with: identities)
        let start = try opener.update(file)
        return start + (try opener.finish())
    }
}
