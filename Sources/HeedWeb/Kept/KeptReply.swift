import HTTPTypes
import NIOCore

/// An answer from memory as it goes on the line.
/// Its fields are whole but for the date: the listener's table is among them.
struct KeptReply: Sendable {
    let head: HTTPResponse
    /// Nil where the answer has none.
    let body: ByteBuffer?
}

/// What a request for something held in memory says, read in one pass over its fields and without an index of them: this is
/// asked of every request.
struct KeptAsking {
    private(set) var acceptEncoding: String?
    private(set) var ifNoneMatch: String?
    /// Whether it says nothing that the way through the site would treat in a way of its own: a body, a part, an end of
    /// the connection, a field that may stand once and stands twice.
    private(set) var isPlain = true

    init(_ fields: HTTPFields) {
        for field in fields {
            switch field.name {
            case .acceptEncoding: Self.keep(field.value, in: &acceptEncoding, &isPlain)
            case .ifNoneMatch: Self.keep(field.value, in: &ifNoneMatch, &isPlain)
            case .connection: if field.value.lowercased() != "keep-alive" { isPlain = false }
            case .contentLength, .transferEncoding, .range, .ifRange, .expect, .upgrade: isPlain = false
            default: break
            }
        }
    }

    private static func keep(_ value: String, in place: inout String?, _ isPlain: inout Bool) {
        if place != nil { isPlain = false }
        place = value
    }
}
