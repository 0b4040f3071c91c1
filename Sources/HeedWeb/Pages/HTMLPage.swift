package import HTTPTypes
package import Hummingbird
package import HummingbirdCore
import NIOCore

/// An answer in HTML.
///
/// Public pages are `padded`: their length says only how many times 16 KiB they fill (line feeds after the end of the
/// document, which HTML allows). They are never compressed: that would undo the padding, and let what is typed and what
/// is secret share a dictionary.
package struct HTMLPage: ResponseGenerator, Sendable {
    package enum Length: Sendable {
        case natural
        /// Whole steps.
        case padded
        /// Whole steps, two at least: for a page that in some language needs more than half of one for its own words.
        case wide
    }

    /// Bytes in one step of padding.
    package static let bucket = 16 * 1024

    package var status: HTTPResponse.Status
    package var headers: HTTPFields
    private let body: ByteBuffer

    package init(
        _ html: String, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], length: Length = .natural
    ) {
        self.status = status
        self.headers = headers
        self.headers[.contentType] = "text/html; charset=utf-8"
        let bytes = html.utf8.count
        let filler =
            switch length {
            case .natural: 0
            case .padded: (Self.bucket - bytes % Self.bucket) % Self.bucket
            case .wide: max(2 * Self.bucket - bytes, (Self.bucket - bytes % Self.bucket) % Self.bucket)
            }
        var body = ByteBufferAllocator().buffer(capacity: bytes + filler)
        body.writeString(html)
        body.writeRepeatingByte(0x0A, count: filler)
        self.body = body
    }

    /// Bytes of the body, filler included.
    package var count: Int { body.readableBytes }

    /// The answer. The bytes are shared, so a page that never changes may be rendered once and answered often.
    package var response: Response { Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body)) }

    package func response(from request: Request, context: some RequestContext) -> Response { response }
}
