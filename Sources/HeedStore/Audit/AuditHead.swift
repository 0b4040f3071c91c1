import HeedVault

/// How far one writer's chain reaches: its last row's number and hash.
/// Kept outside the database, heads betray a tail that was cut off.
package struct AuditHead: Sendable, Equatable {
    package var writer: String
    /// 0 before the first row.
    package var number: Int
    package var hash: [UInt8]

    package init(writer: String, number: Int, hash: [UInt8]) {
        self.writer = writer
        self.number = number
        self.hash = hash
    }

    /// `heed-audit-heads/v1` LF, then a line `writer SP number SP hex hash` for each, sorted by writer.
    package static func encode(_ heads: [AuditHead]) -> String {
        let lines = heads.map { "\($0.writer) \($0.number) \(Hex.encode($0.hash))" }.sorted()
        return (["heed-audit-heads/v1"] + lines).joined(separator: "\n") + "\n"
    }

    /// Throws `VaultError.malformed` for anything that `encode` does not write.
    package static func decode(_ text: String) throws -> [AuditHead] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == "heed-audit-heads/v1", lines.popLast() == "" else { throw VaultError.malformed }
        return try lines.dropFirst().map { line in
            let fields = line.split(separator: " ", omittingEmptySubsequences: false)
            guard fields.count == 3, let number = Int(fields[1]), number >= 0 else { throw VaultError.malformed }
            let hash = try Hex.decode(String(fields[2]))
            guard hash.count == 32 else { throw VaultError.malformed }
            return AuditHead(writer: String(fields[0]), number: number, hash: hash)
        }
    }
}
