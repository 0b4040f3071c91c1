/// Reads what `ByteWriter` wrote. Past the end it gives zeros and empty texts and is never `isAtEnd` again.
struct ByteReader {
    private let bytes: [UInt8]
    private var position: Int
    private var isBroken = false

    init(_ bytes: [UInt8], at position: Int) {
        self.bytes = bytes
        self.position = position
    }

    var isAtEnd: Bool { !isBroken && position == bytes.count }

    mutating func byte() -> UInt8 { number() }

    mutating func number<Number: FixedWidthInteger>() -> Number {
        let size = Number.bitWidth / 8
        guard position + size <= bytes.count else {
            isBroken = true
            return 0
        }
        var value: UInt64 = 0
        for index in position..<position + size { value = value << 8 | UInt64(bytes[index]) }
        position += size
        return Number(truncatingIfNeeded: value)
    }

    mutating func text() -> String {
        let length: UInt16 = number()
        guard position + Int(length) <= bytes.count,
            let text = String(validating: bytes[position..<position + Int(length)], as: UTF8.self)
        else {
            isBroken = true
            return ""
        }
        position += Int(length)
        return text
    }
}
