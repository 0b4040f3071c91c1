/// Strong validators of answers that are kept in memory (RFC 9110 8.8.3).
enum EntityTag {
    /// FNV-1a, 64 bits. Tells versions of our own files apart; nobody else chooses them, so it need not resist anyone.
    static func hash(of bytes: [UInt8]) -> String {
        let value = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

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
