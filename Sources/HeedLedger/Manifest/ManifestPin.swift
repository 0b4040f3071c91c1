/// The highest manifest that a process has seen: what refuses an old one replayed from a database or a backup.
/// Kept in a file of its own (`ManifestPinFile`), which is never restored backwards.
package struct ManifestPin: Hashable, Sendable {
    package let version: Int
    /// Hash of that manifest, 32 bytes.
    package let hash: [UInt8]

    /// The pin of a manifest seen for the first time.
    package init(_ manifest: Manifest) {
        version = manifest.version
        hash = manifest.hash
    }

    /// The pin after seeing a manifest.
    /// - Throws: `LedgerError.manifestRolledBack` for a lower version, `.manifestForked` for another manifest of this
    ///   version or a next version that names another predecessor.
    package func accepting(_ manifest: Manifest) throws(LedgerError) -> ManifestPin {
        guard manifest.version >= version else { throw .manifestRolledBack }
        if manifest.version == version, manifest.hash != hash { throw .manifestForked }
        if manifest.version == version + 1, manifest.previous != hash { throw .manifestForked }
        return ManifestPin(manifest)
    }

    package var encoded: [UInt8] {
        Array("heed-manifest-pin/v1\nversion \(version)\nhash \(base64(hash))\n".utf8)
    }

    /// - Throws: `LedgerError.malformed(.manifestPin)` unless the bytes are exactly what `encoded` writes.
    package init(parsing bytes: [UInt8]) throws(LedgerError) {
        var reader = try LineReader(bytes, .manifestPin)
        try reader.literal("heed-manifest-pin/v1")
        version = try reader.number("version")
        hash = try reader.bytes("hash", count: 32)
        try reader.end()
    }
}
