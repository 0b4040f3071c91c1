/// Appends numbers, most significant byte first, and short texts with a u16 length.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(512) }

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    mutating func number(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// Cuts at a character's edge where `text` is longer than `limit` bytes.
    mutating func text(_ text: String, limit: Int) {
        var kept = text[...]
        while kept.utf8.count > limit { kept = kept.dropLast() }
        number(UInt16(kept.utf8.count))
        bytes.append(contentsOf: kept.utf8)
    }
}
