/// One recipient's part of an age header: it wraps the file key (C2SP age, "Recipient stanza").
///
/// Arguments are one or more visible ASCII characters each; the body is any bytes.
package struct AgeStanza: Equatable, Sendable {
    package let type: String
    package let arguments: [String]
    package let body: [UInt8]

    package init(type: String, arguments: [String], body: [UInt8]) {
        self.type = type
        self.arguments = arguments
        self.body = body
    }

    /// Body lines are 64 columns; the last is shorter, and may be empty.
    static let columns = 64

    func serialise(into out: inout [UInt8]) {
        out += Array("-> \(([type] + arguments).joined(separator: " "))\n".utf8)
        let text = Base64.unpadded.encodeASCII(body)
        var start = 0
        repeat {
            let end = min(start + Self.columns, text.count)
            out += text[start..<end]
            out.append(UInt8(ascii: "\n"))
            if end - start < Self.columns { return }
            start = end
        } while true
    }
}
