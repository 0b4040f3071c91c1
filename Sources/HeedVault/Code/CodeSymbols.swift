/// 14 bytes and a check byte as 24 symbols of Crockford's Base 32: 112 bits that can be read out.
///
/// The check is CRC-8, polynomial 0x11D, initial 0xFF, not reflected, no final XOR. It finds every single wrong symbol
/// and every swap of two symbols; other mistakes pass about once in 256.
enum CodeSymbols {
    static let byteCount = 14
    static let symbolCount = 24
    static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    static func encode(_ bytes: [UInt8]) -> String {
        var text = ""
        var bits: UInt16 = 0
        var held: UInt16 = 0
        for byte in bytes + [check(bytes)] {
            bits = (bits << 8 | UInt16(byte))
            held += 8
            while held >= 5 {
                held -= 5
                text.append(alphabet[Int(bits >> held & 31)])
            }
            bits &= 1 << held - 1
        }
        return text
    }

    /// Reads what people type: any case, I and L as 1, O as 0, spaces and dashes of any script anywhere.
    /// Throws `notACode` for another length or symbol, `checkFailed` for a mistyped one.
    static func decode(_ text: String) throws(VaultError) -> [UInt8] {
        var bytes: [UInt8] = []
        var bits: UInt16 = 0
        var held: UInt16 = 0
        var count = 0
        for scalar in text.unicodeScalars where !isIgnored(scalar) {
            guard count < symbolCount, let value = value(of: scalar) else { throw .notACode }
            count += 1
            bits = bits << 5 | value
            held += 5
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> held))
                bits &= 1 << held - 1
            }
        }
        guard count == symbolCount else { throw .notACode }
        let code = Array(bytes.prefix(byteCount))
        guard bytes.last == check(code) else { throw .checkFailed }
        return code
    }

    static func check(_ bytes: [UInt8]) -> UInt8 {
        var remainder: UInt8 = 0xFF
        for byte in bytes {
            remainder ^= byte
            for _ in 0..<8 { remainder = remainder & 0x80 == 0 ? remainder << 1 : remainder << 1 ^ 0x1D }
        }
        return remainder
    }

    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isWhitespace { return true }
        switch scalar.properties.generalCategory {
        // `format` holds the soft hyphen, zero-width spaces and direction marks that copying brings along.
        case .dashPunctuation, .format, .spaceSeparator: return true
        default: return scalar == "\u{2212}"
        }
    }

    private static func value(of scalar: Unicode.Scalar) -> UInt16? {
        guard scalar.isASCII else { return nil }
        let upper = Character(scalar).uppercased()
        let folded: Character =
            switch upper {
            case "I", "L": "1"
            case "O": "0"
            default: Character(upper)
            }
        return alphabet.firstIndex(of: folded).map(UInt16.init)
    }
}
