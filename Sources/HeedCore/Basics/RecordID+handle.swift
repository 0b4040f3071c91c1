extension RecordID {
    /// The first and the last id that have a handle, as somebody typed it: `k7m4 qx` for `K7M4-QX`. Crockford's alphabet: o is
    /// read as 0, i and l as 1. Nil for what is no handle.
    package static func handleRange(typed: String) -> (first: RecordID, last: RecordID)? {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
        var bits: UInt32 = 0
        var count = 0
        for byte in typed.uppercased().utf8 where byte != UInt8(ascii: "-") && byte != UInt8(ascii: " ") {
            let folded: UInt8 =
                switch byte {
                case UInt8(ascii: "O"): UInt8(ascii: "0")
                case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
                default: byte
                }
            guard count < 6, let value = alphabet.firstIndex(of: folded) else { return nil }
            bits = bits << 5 | UInt32(value)
            count += 1
        }
        guard count == 6 else { return nil }
        let (first, last) = (bits << 2, bits << 2 | 3)
        let head = { (word: UInt32) in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
        guard let least = RecordID(bytes: head(first) + Array(repeating: 0, count: size - 4)),
            let most = RecordID(bytes: head(last) + Array(repeating: 255, count: size - 4))
        else { return nil }
        return (least, most)
    }
}
