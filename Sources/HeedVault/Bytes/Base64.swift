/// Base 64 (RFC 4648), strict in what it reads.
///
/// Decoding accepts exactly the strings that encoding can produce: no other alphabet, no line ends, no missing or
/// superfluous padding, no bits left set after the last byte.
package struct Base64: Sendable {
    private let alphabet: [UInt8]
    private let values: [UInt8]
    private let padded: Bool

    /// Section 4 with padding: signed notes, JSON.
    package static let standard = Base64(last: "+/", padded: true)
    /// Section 4 without padding: age headers.
    package static let unpadded = Base64(last: "+/", padded: false)
    /// Section 5 without padding: form fields, cookies.
    package static let url = Base64(last: "-_", padded: false)

    private init(last: String, padded: Bool) {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        alphabet = Array((letters + last).utf8)
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        self.values = values
        self.padded = padded
    }

    package func encode(_ bytes: [UInt8]) -> String {
        String(decoding: encodeASCII(bytes), as: UTF8.self)
    }

    package func decode(_ text: String) throws(VaultError) -> [UInt8] {
        try decode(ascii: Array(text.utf8)[...])
    }

    func encodeASCII(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        var bits: UInt32 = 0
        var held = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            held += 8
            while held >= 6 {
                held -= 6
                out.append(alphabet[Int(bits >> UInt32(held) & 0x3F)])
            }
        }
        if held > 0 { out.append(alphabet[Int(bits << UInt32(6 - held) & 0x3F)]) }
        while padded && out.count % 4 != 0 { out.append(UInt8(ascii: "=")) }
        return out
    }

    func decode(ascii text: ArraySlice<UInt8>) throws(VaultError) -> [UInt8] {
        var digits = text
        if padded {
            guard text.count % 4 == 0 else { throw .malformed }
            for _ in 0..<2 where digits.last == UInt8(ascii: "=") { digits.removeLast() }
        }
        guard digits.count % 4 != 1 else { throw .malformed }
        var out: [UInt8] = []
        out.reserveCapacity(digits.count * 3 / 4)
        var bits: UInt32 = 0
        var held = 0
        for letter in digits {
            let value = values[Int(letter)]
            guard value != 0xFF else { throw .malformed }
            bits = bits << 6 | UInt32(value)
            held += 6
            if held >= 8 {
                held -= 8
                out.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
            }
        }
        guard bits & (1 << UInt32(held) - 1) == 0 else { throw .malformed }
        return out
    }
}
