/// Bech32 (BIP 173) without its length limit, as age writes keys.
///
/// Mixed case, a wrong checksum and bits left over are refused.
enum Bech32 {
    private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
    /// What each letter stands for, by its byte; nil for any other.
    private static let values: [UInt8?] = {
        var values: [UInt8?] = Array(repeating: nil, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()
    /// What the five highest bits of a checksum add to the next, for each of their values.
    private static let carried: [UInt32] = (0..<32).map { top in
        let generator: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
        return generator.enumerated().reduce(0) { $0 ^ (top >> $1.offset & 1 == 1 ? $1.element : 0) }
    }

    /// Lower case; age prints secret keys in upper case, which reads the same.
    static func encode(prefix: String, _ bytes: [UInt8]) -> String {
        var values = regroup(bytes, from: 8, to: 5, pad: true) ?? []
        let sum = checksum(expand(prefix) + values + [UInt8](repeating: 0, count: 6)) ^ 1
        for place in 0..<6 { values.append(UInt8(sum >> UInt32(5 * (5 - place)) & 31)) }
        return prefix + "1" + String(decoding: values.map { alphabet[Int($0)] }, as: UTF8.self)
    }

    static func decode(prefix: String, _ text: String) throws(VaultError) -> [UInt8] {
        let lower = text.lowercased()
        guard text == lower || text == text.uppercased() else { throw .malformed }
        let start = Array((prefix + "1").utf8)
        let ascii = Array(lower.utf8)
        guard ascii.starts(with: start), ascii.count >= start.count + 6 else { throw .malformed }
        var values: [UInt8] = []
        for letter in ascii.dropFirst(start.count) {
            guard let value = Self.values[Int(letter)] else { throw .malformed }
            values.append(value)
        }
        guard checksum(expand(prefix) + values) == 1,
            let bytes = regroup(Array(values.dropLast(6)), from: 5, to: 8, pad: false)
        else { throw .malformed }
        return bytes
    }

    private static func expand(_ prefix: String) -> [UInt8] {
        prefix.utf8.map { $0 >> 5 } + [0] + prefix.utf8.map { $0 & 31 }
    }

    private static func checksum(_ values: [UInt8]) -> UInt32 {
        var sum: UInt32 = 1
        for value in values { sum = (sum & 0x1ff_ffff) << 5 ^ UInt32(value) ^ carried[Int(sum >> 25)] }
        return sum
    }

    private static func regroup(_ input: [UInt8], from: UInt32, to: UInt32, pad: Bool) -> [UInt8]? {
        var output: [UInt8] = []
        var bits: UInt32 = 0
        var held: UInt32 = 0
        for value in input {
            bits = bits << from | UInt32(value)
            held += from
            while held >= to {
                held -= to
                output.append(UInt8(bits >> held & (1 << to - 1)))
            }
            bits &= 1 << held - 1
        }
        if pad {
            if held > 0 { output.append(UInt8(bits << (to - held) & (1 << to - 1))) }
            return output
        }
        return held < from && bits == 0 ? output : nil
    }
}
