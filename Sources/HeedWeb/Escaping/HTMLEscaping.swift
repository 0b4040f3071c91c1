/// Escaping of text for HTML element content and double-quoted attributes.
///
/// Works on UTF-8 bytes, never on grapheme clusters: U+0600 before `<` or U+0301 after `"` join it in one cluster, and
/// a lookup by `Character` would let both through. What HTML does not allow as input (NUL, controls, noncharacters;
/// WHATWG HTML 13.2.3.5) comes out as U+FFFD.
package enum HTMLEscaping {
    package static func escaped(_ text: String) -> String {
        var copy = text
        let changed: [UInt8]? = copy.withUTF8 { bytes in
            bytes.firstIndex(where: needsCare).map { escaped(bytes, from: $0) }
        }
        return changed.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    private static func escaped(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 8 + 16)
        out.append(contentsOf: bytes[..<first])
        var index = first
        while index < bytes.count {
            let byte = bytes[index]
            guard needsCare(byte) else {
                let plain = bytes[index...].firstIndex(where: needsCare) ?? bytes.count
                out.append(contentsOf: bytes[index..<plain])
                index = plain
                continue
            }
            if let entity = entity(for: byte) {
                entity.withUTF8Buffer { out.append(contentsOf: $0) }
                index += 1
            } else {
                let length = sequenceLength(of: byte)
                if isForbidden(bytes, at: index) {
                    out.append(contentsOf: replacement)
                } else {
                    out.append(contentsOf: bytes[index..<index + length])
                }
                index += length
            }
        }
        return out
    }

    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// True for bytes that are escaped or replaced, and for those that may lead a forbidden sequence.
    @inline(__always)
    private static func needsCare(_ byte: UInt8) -> Bool {
        if byte < 0x40 {
            return (careBelow64 >> UInt64(byte)) & 1 == 1
        }
        return byte == 0x7F || byte == 0xC2 || byte == 0xEF || byte >= 0xF0
    }

    /// One bit for each of the first 64 bytes: the controls other than tab, LF, FF and CR, and `"` `&` `'` `<` `>`.
    @inline(__always)
    private static var careBelow64: UInt64 {
        0xFFFF_FFFF & ~(1 << 0x09 | 1 << 0x0A | 1 << 0x0C | 1 << 0x0D) | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C
            | 1 << 0x3E
    }

    private static func entity(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }

    private static func sequenceLength(of lead: UInt8) -> Int {
        lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }

    /// `bytes` is valid UTF-8, so the bytes after a lead byte are there.
    private static func isForbidden(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        switch bytes[index] {
        case ..<0x80:
            return true
        case 0xC2:
            return bytes[index + 1] < 0xA0
        case 0xEF:
            let (second, third) = (bytes[index + 1], bytes[index + 2])
            return second == 0xBF && third >= 0xBE || second == 0xB7 && (0x90...0xAF).contains(third)
        default:
            return bytes[index + 1] & 0x0F == 0x0F && bytes[index + 2] == 0xBF && bytes[index + 3] >= 0xBE
        }
    }
}
