/// How long a plaintext becomes before it is sealed, so that its size says little.
package enum Padding: Sendable {
    /// 4, 16 or 64 KiB, then Padmé: reports, follow-ups, step records, replies.
    case text
    /// Always 4 KiB, empty or not: contact details.
    case contact
    /// Padmé alone: attachments. At most 12 % more, 3.2 % at 1 MB.
    case padme

    /// The padded length of `count` bytes. Throws `tooLarge` for a contact beyond its size.
    package func length(for count: Int) throws(VaultError) -> Int {
        switch self {
        case .text: return [4, 16, 64].map { $0 * 1024 }.first { count <= $0 } ?? Self.padme(count)
        case .contact:
            guard count <= 4096 else { throw .tooLarge }
            return 4096
        case .padme: return Self.padme(count)
        }
    }

    /// Rounds up to a length whose low bits are clear: as many as leave log2(log2 `count`) + 1 bits of mantissa
    /// (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", 2019).
    static func padme(_ count: Int) -> Int {
        guard count > 1 else { return count }
        let exponent = Int.bitWidth - 1 - count.leadingZeroBitCount
        let mantissa = Int.bitWidth - exponent.leadingZeroBitCount
        let mask = 1 << max(0, exponent - mantissa) - 1
        return (count + mask) & ~mask
    }

    /// Appends 0x80 and zeros up to the next multiple of `block` (ISO/IEC 7816-4).
    static func block(_ bytes: [UInt8], to block: Int) -> [UInt8] {
        let length = (bytes.count / block + 1) * block
        return bytes + [0x80] + [UInt8](repeating: 0, count: length - bytes.count - 1)
    }

    /// Takes 0x80 and the zeros after it away. Nil if there is no such mark.
    static func strip(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
        guard let mark = bytes.lastIndex(where: { $0 != 0 }), bytes[mark] == 0x80 else { return nil }
        return bytes[..<mark]
    }
}
