/// The name of a stored thing: 16 random bytes.
/// Random, so that it says nothing of order, time or kind. Written as 32 lower-case hexadecimal digits.
package struct RecordID: Hashable, Sendable, Comparable {
    package static let size = 16
    package let bytes: [UInt8]

    /// - Returns: nil unless `bytes` are exactly 16.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        self.bytes = bytes
    }

    /// - Returns: nil unless `hex` is exactly 32 hexadecimal digits.
    package init?(hex: some StringProtocol) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// A new id from the system's secure random source.
    package static func random() -> RecordID {
        // Eight bytes at a time: each draw is a call to the system.
        var generator = SystemRandomNumberGenerator()
        return RecordID(bytes: (0..<size / 8).flatMap { _ in withUnsafeBytes(of: generator.next()) { Array($0) } })!
    }

    package var hex: String { Hex.encode(bytes) }

    /// Six symbols officers say to each other, `K7M4-QX`: the first 30 bits in Crockford's base 32.
    /// Never the reporter's code, and derived from nothing the reporter holds.
    package var handle: String {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        let bits = bytes.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let symbols = (0..<6).map { alphabet[Int(bits >> (27 - 5 * UInt32($0)) & 31)] }
        return String(symbols[0..<4]) + "-" + String(symbols[4..<6])
    }

    package static func < (a: RecordID, b: RecordID) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}

extension RecordID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = RecordID(hex: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a record id")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}
