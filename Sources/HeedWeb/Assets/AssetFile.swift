import HTTPTypes
import HummingbirdCore
import NIOCore

/// One asset in memory, with the hash that is in its address and its entity tag.
struct AssetFile: Sendable {
    let hash: String
    private let body: ByteBuffer
    private let contentType: String

    init(bytes: [UInt8], contentType: String) {
        body = ByteBuffer(bytes: bytes)
        self.contentType = contentType
        hash = Self.hash(of: bytes)
    }

    func response(ifNoneMatch tags: String?, hasBody: Bool) -> Response {
        let tag = "\"\(hash)\""
        var headers: HTTPFields = [
            .cacheControl: "public, max-age=31536000, immutable",
            .eTag: tag,
        ]
        if let tags, tags.split(separator: ",").contains(where: { Self.matches($0, tag) }) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = contentType
        headers[.contentLength] = "\(body.readableBytes)"
        return Response(status: .ok, headers: headers, body: hasBody ? ResponseBody(byteBuffer: body) : ResponseBody())
    }

    /// RFC 9110 13.1.2: comparison is weak, and `*` matches whatever is there.
    private static func matches(_ candidate: Substring, _ tag: String) -> Bool {
        var candidate = candidate.drop { $0 == " " }
        while candidate.last == " " { candidate.removeLast() }
        if candidate.hasPrefix("W/") { candidate = candidate.dropFirst(2) }
        return candidate == tag || candidate == "*"
    }

    /// FNV-1a, 64 bits. Tells versions of our own files apart; nobody else chooses them, so it need not resist anyone.
    private static func hash(of bytes: [UInt8]) -> String {
        let value = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    static func contentType(of name: String) -> String? {
        name.lastIndex(of: ".").flatMap { types[name[name.index(after: $0)...].lowercased()] }
    }

    private static let types = [
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml",
        "png": "image/png",
        "jpg": "image/jpeg",
        "ico": "image/x-icon",
        "txt": "text/plain; charset=utf-8",
        "pdf": "application/pdf",
        "woff2": "font/woff2",
        "vtt": "text/vtt; charset=utf-8",
        "webm": "video/webm",
        "mp4": "video/mp4",
    ]
}
