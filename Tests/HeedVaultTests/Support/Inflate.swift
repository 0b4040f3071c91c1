/// Decompresses a zlib stream (RFC 1950, 1951), for test vectors that are stored compressed. Trusts its input.
struct Inflate {
    private let input: [UInt8]
    private var bit: Int
    private var output: [UInt8] = []

    static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var inflate = Inflate(input: bytes, bit: 16)
        while inflate.block() {}
        return inflate.output
    }

    private init(input: [UInt8], bit: Int) {
        self.input = input
        self.bit = bit
    }

    private mutating func take(_ count: Int) -> Int {
        var value = 0
        for place in 0..<count {
            value |= Int(input[bit >> 3] >> UInt8(bit & 7) & 1) << place
            bit += 1
        }
        return value
    }

    private mutating func block() -> Bool {
        let more = take(1) == 0
        switch take(2) {
        case 0: stored()
        case 1:
            let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
            compressed(Code(lengths), Code([Int](repeating: 5, count: 30)))
        default:
            let (literals, distances) = codes()
            compressed(literals, distances)
        }
        return more
    }

    private mutating func stored() {
        let start = (bit + 7) / 8
        let count = Int(input[start]) | Int(input[start + 1]) << 8
        output += input[start + 4..<start + 4 + count]
        bit = (start + 4 + count) * 8
    }

    private mutating func codes() -> (Code, Code) {
        let literals = take(5) + 257
        let distances = take(5) + 1
        let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
        var lengths = [Int](repeating: 0, count: 19)
        for place in order.prefix(take(4) + 4) { lengths[place] = take(3) }
        let code = Code(lengths)
        var all: [Int] = []
        while all.count < literals + distances {
            switch symbol(code) {
            case 16: all += [Int](repeating: all[all.count - 1], count: take(2) + 3)
            case 17: all += [Int](repeating: 0, count: take(3) + 3)
            case 18: all += [Int](repeating: 0, count: take(7) + 11)
            case let length: all.append(length)
            }
        }
        return (Code(Array(all.prefix(literals))), Code(Array(all.dropFirst(literals))))
    }

    private mutating func symbol(_ code: Code) -> Int {
        var value = 0
        var length = 0
        repeat {
            value = value << 1 | take(1)
            length += 1
        } while code.symbols[length << 16 | value] == nil
        return code.symbols[length << 16 | value] ?? 0
    }

    private mutating func compressed(_ literals: Code, _ distances: Code) {
        while true {
            let value = symbol(literals)
            if value == 256 { return }
            if value < 256 {
                output.append(UInt8(value))
                continue
            }
            let length = size(value - 257, groups: 4, base: 3)
            let distance = size(symbol(distances), groups: 2, base: 1)
            let start = output.count - distance
            for place in 0..<length { output.append(output[start + place]) }
        }
    }

    /// Lengths come in groups of 4 and distances in groups of 2, each group with one more extra bit than the last.
    private mutating func size(_ value: Int, groups: Int, base: Int) -> Int {
        if groups == 4 && value == 28 { return 258 }
        let extra = max(0, value / groups - 1)
        let start = extra == 0 ? value : (value % groups + groups) << extra
        return base + start + take(extra)
    }

    private struct Code {
        var symbols: [Int: Int] = [:]

        init(_ lengths: [Int]) {
            var next = 0
            for length in 1...15 {
                next <<= 1
                for (symbol, own) in lengths.enumerated() where own == length {
                    symbols[length << 16 | next] = symbol
                    next += 1
                }
            }
        }
    }
}
