/// Escaping of text for HTML element content and double-quoted attributes.
///
/// Works on UTF-8 bytes, never on grapheme clusters: U+0600 before `<` or U+0301 after `"` join it in one cluster, and a
/// lookup by `Character` would let both through. What HTML does not allow as input (NUL, controls, noncharacters;
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
                out.append(byte)
                index += 1
                continue
            }
            if let entity = entity(for: byte) {
                out.append(contentsOf: entity)
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

    /// One bit for each of the first 64 bytes: `"` `&` `'` `<` `>` and the controls other than tab, LF, FF and CR.
    private static let careBelow64: UInt64 = {
        var mask: UInt64 = 0
        for byte in 0..<UInt64(0x20) where ![0x09, 0x0A, 0x0C, 0x0D].contains(byte) { mask |= 1 << byte }
        for character in "\"&'<>".utf8 { mask |= 1 << UInt64(character) }
        return mask
    }()

    private static func entity(for byte: UInt8) -> [UInt8]? {
        switch byte {
        case UInt8(ascii: "<"): less
        case UInt8(ascii: ">"): greater
        case UInt8(ascii: "&"): ampersand
        case UInt8(ascii: "\""): quote
        case UInt8(ascii: "'"): apostrophe
        default: nil
        }
    }

    private static let less = [UInt8]("&lt;".utf8)
    private static let greater = [UInt8]("&gt;".utf8)
    private static let ampersand = [UInt8]("&amp;".utf8)
    private static let quote = [UInt8]("&quot;".utf8)
    private static let apostrophe = [UInt8]("&#39;".utf8)

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
