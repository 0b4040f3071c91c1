import HeedVault

/// Reads the lines of one strict text record, in order.
/// Every refusal is `LedgerError.malformed` with the format given at the start.
struct LineReader {
    private let format: LedgerError.Format
    private var lines: ArraySlice<String>

    /// Fails unless `text` is UTF-8, ends in a newline, and has neither an empty line nor a carriage return.
    init(_ text: [UInt8], _ format: LedgerError.Format) throws(LedgerError) {
        guard text.last == 0x0a, !text.contains(0x0d) else { throw .malformed(format) }
        var lines: [String] = []
        for line in text.dropLast().split(separator: 0x0a, omittingEmptySubsequences: false) {
            guard !line.isEmpty, let line = String(validating: line, as: UTF8.self) else { throw .malformed(format) }
            lines.append(line)
        }
        self.format = format
        self.lines = lines[...]
    }

    var failure: LedgerError { .malformed(format) }
    var isAtEnd: Bool { lines.isEmpty }

    mutating func line() throws(LedgerError) -> String {
        guard let line = lines.popFirst() else { throw failure }
        return line
    }

    mutating func literal(_ expected: String) throws(LedgerError) {
        guard try Array(line().utf8) == Array(expected.utf8) else { throw failure }
    }

    /// The rest of the next line, which must be `name`, one space and at least one more byte.
    mutating func field(_ name: String) throws(LedgerError) -> String {
        guard let value = optionalField(name) else { throw failure }
        return value
    }

    /// As `field`, or nil with nothing read when the next line has another name.
    mutating func optionalField(_ name: String) -> String? {
        guard let line = lines.first else { return nil }
        let prefix = Array(name.utf8) + [0x20]
        guard line.utf8.count > prefix.count, line.utf8.starts(with: prefix) else { return nil }
        lines.removeFirst()
        return String(decoding: line.utf8.dropFirst(prefix.count), as: UTF8.self)
    }

    mutating func number(_ name: String) throws(LedgerError) -> Int {
        guard let value = try Token.number(field(name)) else { throw failure }
        return value
    }

    mutating func bytes(_ name: String, count: Int) throws(LedgerError) -> [UInt8] {
        try bytes(from: field(name), count: count)
    }

    func bytes(from text: String, count: Int) throws(LedgerError) -> [UInt8] {
        guard let bytes = base64Bytes(text), bytes.count == count else { throw failure }
        return bytes
    }

    func number(from text: String) throws(LedgerError) -> Int {
        guard let value = Token.number(text) else { throw failure }
        return value
    }

    func recipient(from text: String) throws(LedgerError) -> HybridRecipient {
        guard let recipient = try? HybridRecipient(text: text) else { throw failure }
        return recipient
    }

    /// The first two lines of a signed note: `<origin>/<kind>` and the format's version. Gives the origin.
    mutating func title(_ kind: String, version: String) throws(LedgerError) -> String {
        let title = try line()
        try literal(version)
        guard title.hasSuffix("/\(kind)") else { throw failure }
        return String(title.dropLast(kind.count + 1))
    }

    /// The words of a field, separated by single spaces.
    func words(_ field: String, count: Int) throws(LedgerError) -> [String] {
        let words = field.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
        guard words.count == count, words.allSatisfy({ !$0.isEmpty }) else { throw failure }
        return words.map { String(decoding: $0, as: UTF8.self) }
    }

    func end() throws(LedgerError) {
        guard lines.isEmpty else { throw failure }
    }
}
