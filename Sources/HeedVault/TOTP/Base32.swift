/// Base 32 (RFC 4648, section 6) without padding, as authenticator programs show secrets.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var out: [UInt8] = []
        var bits: UInt32 = 0
        var held: UInt32 = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            held += 8
            while held >= 5 {
                held -= 5
                out.append(alphabet[Int(bits >> held & 31)])
            }
            bits &= 1 << held - 1
        }
        if held > 0 { out.append(alphabet[Int(bits << (5 - held) & 31)]) }
        return String(decoding: out, as: UTF8.self)
    }

    /// Any case; spaces and trailing `=` are ignored, since people copy them.
    static func decode(_ text: String) throws(VaultError) -> [UInt8] {
        var digits = text.uppercased().utf8.filter { $0 != UInt8(ascii: " ") }
        while digits.last == UInt8(ascii: "=") { digits.removeLast() }
        var out: [UInt8] = []
        var bits: UInt32 = 0
        var held: UInt32 = 0
        for digit in digits {
            guard let value = alphabet.firstIndex(of: digit) else { throw .malformed }
            bits = bits << 5 | UInt32(value)
            held += 5
            if held >= 8 {
                held -= 8
                out.append(UInt8(bits >> held))
                bits &= 1 << held - 1
            }
        }
        guard held < 5, bits == 0 else { throw .malformed }
        return out
    }
}
