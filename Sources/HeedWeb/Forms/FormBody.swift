/// The fields of a form in the order they came, names repeated as they were.
/// Text is valid UTF-8: what was not is repaired with U+FFFD. Its description shows nothing of it.
package struct FormBody: Sendable, CustomStringConvertible, CustomReflectable {
    package let fields: [(name: String, value: String)]

    package init(_ fields: [(name: String, value: String)] = []) { self.fields = fields }

    package func first(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    package func all(_ name: String) -> [String] { fields.lazy.filter { $0.name == name }.map(\.value) }

    /// The first value of a text box with line ends as LF: browsers send CRLF, and show LF as they show CRLF.
    package func text(_ name: String) -> String? {
        guard let value = first(name) else { return nil }
        guard value.utf8.contains(0x0D) else { return value }
        var out: [UInt8] = []
        out.reserveCapacity(value.utf8.count)
        var afterReturn = false
        for byte in value.utf8 {
            if byte == 0x0D {
                out.append(0x0A)
            } else if byte != 0x0A || !afterReturn {
                out.append(byte)
            }
            afterReturn = byte == 0x0D
        }
        return String(decoding: out, as: UTF8.self)
    }

    package var description: String { "[form]" }
    package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
