package import HeedCore

/// Reads `application/x-www-form-urlencoded` (WHATWG URL 5.1) as it arrives, in pieces of any size.
///
/// Guarantees: takes no more than its limits, whatever comes; a malformed `%` stands for itself; bytes that are not
/// UTF-8 become U+FFFD. NUL is kept: pages show it as U+FFFD.
package struct FormParser {
    private enum Percent {
        case none
        case begun
        case high(UInt8)

        var isOpen: Bool { if case .none = self { false } else { true } }
    }

    private let limits: FormLimits
    private var taken = 0
    private var fields: [(name: String, value: String)] = []
    private var name: [UInt8] = []
    private var value: [UInt8] = []
    private var isInValue = false
    private var isEmpty = true
    private var percent = Percent.none

    package init(limits: FormLimits = FormLimits()) { self.limits = limits }

    /// - Throws: `Refusal.tooLarge` beyond a limit.
    package mutating func take(_ bytes: UnsafeRawBufferPointer) throws(Refusal) {
        taken += bytes.count
        guard taken <= limits.bytes else { throw .tooLarge }
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let run = isInValue && !percent.isOpen ? Self.plain(bytes[index...]) : 0
            if run > 0 { value.append(contentsOf: bytes[index..<index + run]) } else { try step(bytes[index]) }
            index += max(run, 1)
        }
    }

    /// How many bytes stand for themselves. What a form carries unseen is thousands of them.
    private static func plain(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
        let end = bytes.firstIndex { byte in
            byte == UInt8(ascii: "&") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "+")
        }
        return (end ?? bytes.endIndex) - bytes.startIndex
    }

    package mutating func finish() throws(Refusal) -> FormBody {
        try endField()
        return FormBody(fields)
    }

    private mutating func step(_ byte: UInt8) throws(Refusal) {
        switch (percent, byte) {
        case (.none, UInt8(ascii: "&")):
            try endField()
        case (.none, UInt8(ascii: "=")) where !isInValue:
            isInValue = true
            isEmpty = false
        case (.none, UInt8(ascii: "%")):
            percent = .begun
            isEmpty = false
        case (.none, UInt8(ascii: "+")):
            try append(UInt8(ascii: " "))
        case (.none, _):
            try append(byte)
        case (.begun, _):
            guard Self.hex(byte) != nil else { return try literalPercent([], then: byte) }
            percent = .high(byte)
        case (.high(let high), _):
            guard let low = Self.hex(byte), let top = Self.hex(high) else {
                return try literalPercent([high], then: byte)
            }
            percent = .none
            try append(top << 4 | low)
        }
    }

    /// `%` without two hex digits stands for itself, and so does what follows it.
    private mutating func literalPercent(_ digits: [UInt8], then byte: UInt8) throws(Refusal) {
        percent = .none
        try append(UInt8(ascii: "%"))
        for digit in digits { try append(digit) }
        try step(byte)
    }

    private mutating func append(_ byte: UInt8) throws(Refusal) {
        isEmpty = false
        if isInValue {
            value.append(byte)
        } else {
            guard name.count < limits.nameBytes else { throw .tooLarge }
            name.append(byte)
        }
    }

    private mutating func endField() throws(Refusal) {
        switch percent {
        case .none: break
        case .begun: try append(UInt8(ascii: "%"))
        case .high(let digit):
            try append(UInt8(ascii: "%"))
            try append(digit)
        }
        percent = .none
        if !isEmpty {
            guard fields.count < limits.fields else { throw .tooLarge }
            fields.append((String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
        }
        name.removeAll(keepingCapacity: true)
        value = []
        isInValue = false
        isEmpty = true
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
