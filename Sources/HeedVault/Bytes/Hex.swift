/// Lower-case hexadecimal.
///
/// Reads only what it writes: an even number of digits, no upper case, no separators.
package enum Hex {
    private static let digits = Array("0123456789abcdef".utf8)

    package static func encode(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    package static func decode(_ text: String) throws(VaultError) -> [UInt8] {
        let ascii = Array(text.utf8)
        guard ascii.count % 2 == 0 else { throw .malformed }
        var out: [UInt8] = []
        for index in stride(from: 0, to: ascii.count, by: 2) {
            guard let high = digits.firstIndex(of: ascii[index]), let low = digits.firstIndex(of: ascii[index + 1])
            else { throw .malformed }
            out.append(UInt8(high << 4 | low))
        }
        return out
    }
}
