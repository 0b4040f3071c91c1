import NIOCore
import NIOHTTP1

/// An answer from memory as it goes on the line: status line and fields written once, the date and the body to follow.
struct KeptReply: Sendable {
    /// All fields but the date, without the empty line.
    let head: ByteBuffer
    /// Nil where the answer has none.
    let body: ByteBuffer?
}

/// What a request for something held in memory says, read in one pass over its fields: this is asked of every request.
struct KeptAsking {
    private(set) var acceptEncoding: String?
    private(set) var ifNoneMatch: String?
    /// Whether it says nothing that the way through the site would treat in a way of its own: a body, a part, an end of
    /// the connection, a field that may stand once and stands twice.
    private(set) var isPlain = true

    init(_ fields: HTTPHeaders) {
        for (name, value) in fields {
            switch name.utf8.count {
            case 5 where Self.isSame(name, "range"), 6 where Self.isSame(name, "expect"): isPlain = false
            case 7 where Self.isSame(name, "upgrade"): isPlain = false
            case 8 where Self.isSame(name, "if-range"): isPlain = false
            case 10 where Self.isSame(name, "connection"): if !Self.isSame(value, "keep-alive") { isPlain = false }
            case 13 where Self.isSame(name, "if-none-match"): Self.keep(value, in: &ifNoneMatch, &isPlain)
            case 14 where Self.isSame(name, "content-length"): isPlain = false
            case 15 where Self.isSame(name, "accept-encoding"): Self.keep(value, in: &acceptEncoding, &isPlain)
            case 17 where Self.isSame(name, "transfer-encoding"): isPlain = false
            default: break
            }
        }
    }

    private static func keep(_ value: String, in place: inout String?, _ isPlain: inout Bool) {
        if place != nil { isPlain = false }
        place = value
    }

    /// - Parameter wanted: in small letters.
    private static func isSame(_ text: String, _ wanted: StaticString) -> Bool {
        wanted.withUTF8Buffer { wanted in
            text.utf8.elementsEqual(wanted) { $0 == $1 || $0 | 0x20 == $1 && $0 >= UInt8(ascii: "A") }
        }
    }
}
