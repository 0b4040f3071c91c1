extension AgeHeader {
    /// Parses the header that is exactly `bytes`.
    package init(_ bytes: [UInt8]) throws(VaultError) {
        guard bytes.count <= Self.maximumSize else { throw .malformed }
        var lines = HeaderLines(bytes)
        guard try lines.next() == Array(Self.versionLine.utf8.dropLast())[...] else { throw .malformed }
        var stanzas: [AgeStanza] = []
        var line = try lines.next()
        while line.starts(with: Array("-> ".utf8)) {
            stanzas.append(try Self.stanza(first: line.dropFirst(3), &lines))
            line = try lines.next()
        }
        guard !stanzas.isEmpty, line.starts(with: Array("--- ".utf8)), lines.isAtEnd else { throw .malformed }
        let mac = try Base64.unpadded.decode(ascii: line.dropFirst(4))
        guard mac.count == 32 else { throw .malformed }
        self.init(stanzas: stanzas, mac: mac)
    }

    private static func stanza(
        first: ArraySlice<UInt8>, _ lines: inout HeaderLines
    ) throws(VaultError) -> AgeStanza {
        let words = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard words.allSatisfy({ !$0.isEmpty && $0.allSatisfy { 0x21...0x7E ~= $0 } }) else { throw .malformed }
        var text: [UInt8] = []
        while true {
            let line = try lines.next()
            guard line.count <= AgeStanza.columns else { throw .malformed }
            text += line
            if line.count < AgeStanza.columns { break }
        }
        let arguments = words.map { String(decoding: $0, as: UTF8.self) }
        return AgeStanza(
            type: arguments[0], arguments: Array(arguments.dropFirst()),
            body: try Base64.unpadded.decode(ascii: text[...]))
    }

    /// Where the header ends in the start of a file: after the line feed of the first line that begins with `---`.
    /// Nil while that line is incomplete. Body lines are Base 64, so no other line can begin so.
    static func end(in bytes: [UInt8], searchedLinesTo searched: inout Int) -> Int? {
        while let feed = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
            let isLast = bytes[searched...feed].starts(with: Array("---".utf8))
            searched = feed + 1
            if isLast { return searched }
        }
        return nil
    }
}

/// A header's lines, each ended by one line feed.
private struct HeaderLines {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func next() throws(VaultError) -> ArraySlice<UInt8> {
        guard let feed = rest.firstIndex(of: UInt8(ascii: "\n")) else { throw .malformed }
        defer { rest = rest[(feed + 1)...] }
        return rest[..<feed]
    }
}
