import HeedCore
import HeedVault

/// What an export wrote: each file's path with its SHA-256. Kept in the folder itself, so that the next export knows its own
/// files, and a file that somebody else put there or changed.
///
/// `sha256sum -c .heed-export` reads it too: a first line `# heed-export/v1`, then digest, two spaces, path.
package struct CopyManifest: Sendable, Equatable {
    package static let name = ".heed-export"
    private static let heading = "# heed-export/v1"

    /// Digest in hexadecimal by path.
    package let digests: [String: String]

    package init(of files: [SiteCopy.File]) {
        digests = Dictionary(uniqueKeysWithValues: files.map { ($0.path, Self.digest(of: $0.bytes)) })
    }

    /// - Returns: nil for anything that `text` never wrote.
    package init?(_ text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == Self.heading[...], lines.popLast() == "" else { return nil }
        var digests: [String: String] = [:]
        for line in lines.dropFirst() {
            let path = String(line.dropFirst(66))
            guard line.dropFirst(64).hasPrefix("  "), Self.isInside(path), digests[path] == nil,
                line.prefix(64).utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
            else { return nil }
            digests[path] = String(line.prefix(64))
        }
        self.digests = digests
    }

    package var text: String {
        let lines = digests.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)" }
        return ([Self.heading] + lines).joined(separator: "\n") + "\n"
    }

    package static func digest(of bytes: [UInt8]) -> String { HeedCore.Hex.encode(Digest.sha256(bytes)) }

    /// A path that leads out of the folder is nobody's.
    private static func isInside(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }
    }
}
