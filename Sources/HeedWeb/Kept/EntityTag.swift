import HeedVault

/// Strong validators of answers that are kept in memory (RFC 9110 8.8.3).
enum EntityTag {
    /// The first 64 bits of SHA-256. Tells versions of our own files apart.
    static func hash(of bytes: [UInt8]) -> String { Hex.encode(Array(Digest.sha256(bytes).prefix(8))) }

    /// RFC 9110 13.1.2: comparison is weak, a list matches with any of its tags, and `*` with whatever is there.
    static func matches(_ field: String, _ tag: String) -> Bool {
        field.split(separator: ",").contains { part in
            var part = part.drop { $0 == " " || $0 == "\t" }
            while part.last == " " || part.last == "\t" { part.removeLast() }
            if part.hasPrefix("W/") { part = part.dropFirst(2) }
            return part == tag || part == "*"
        }
    }
}
