import Crypto

/// An Ed25519 public key (RFC 8032), 32 bytes, of full order and canonically encoded.
///
/// The library below accepts low-order keys, under which one signature fits many messages: their holder could later
/// deny having signed. They cannot be held here. Verification is without cofactor and refuses a non-canonical R or S.
package struct VerifyKey: Hashable, Sendable {
    package static let size = 32
    package let bytes: [UInt8]

    /// Throws `malformed` for another length, a coordinate not below 2^255 − 19, or a point of low order.
    package init(_ bytes: [UInt8]) throws(VaultError) {
        guard bytes.count == Self.size, Self.isCanonical(bytes), !Self.isLowOrder(bytes) else { throw .malformed }
        self.bytes = bytes
    }

    /// Whether the holder of the seed signed `message`. False for a signature of any other length than 64.
    package func accepts(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        return key.isValidSignature(signature, for: message)
    }

    /// The y coordinate, little-endian, without the sign bit of x.
    private static func coordinate(_ bytes: [UInt8]) -> [UInt8] { bytes.dropLast() + [bytes[31] & 0x7F] }

    private static func isCanonical(_ bytes: [UInt8]) -> Bool {
        let y = coordinate(bytes)
        return y[0] < 0xED || y[31] != 0x7F || !y[1..<31].allSatisfy { $0 == 0xFF }
    }

    private static func isLowOrder(_ bytes: [UInt8]) -> Bool { lowOrder.contains(coordinate(bytes)) }

    /// The y coordinates of the eight points whose order divides 8: 1, −1, 0 and two of order 8.
    private static let lowOrder: Set<[UInt8]> = {
        let zeros = [UInt8](repeating: 0, count: 31)
        let orderEight = [
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        ].compactMap { try? Hex.decode($0) }
        return Set(orderEight + [[1] + zeros, [0] + zeros, [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F]])
    }()
}
