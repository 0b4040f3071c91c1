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

    /// - Parameter apart: bytes of it that stand on every page alike, such as a notice. They fill steps of their own, the
    ///   same on every page, so that the number of steps says what it says without them.
    package init(
        _ html: String, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], length: Length = .natural,
        apart: Int = 0
    ) {
        self.status = status
        self.headers = headers
        self.headers[.contentType] = "text/html; charset=utf-8"
        let bytes = html.utf8.count
        let (own, bucket) = (bytes - apart, Self.bucket)
        let filler =
            switch length {
            case .natural: 0
            case .padded: Self.rest(of: own) + Self.rest(of: apart)
            case .wide: max(2 * bucket - own, Self.rest(of: own)) + Self.rest(of: apart)
            }
        var body = ByteBufferAllocator().buffer(capacity: bytes + filler)
        body.writeString(html)
        body.writeRepeatingByte(0x0A, count: filler)
        self.body = body
    }

    /// What is lacking to whole steps.
    private static func rest(of bytes: Int) -> Int { (bucket - bytes % bucket) % bucket }

    /// Bytes of the body, filler included.
    package var count: Int { body.readableBytes }

    /// The answer. The bytes are shared, so a page that never changes may be rendered once and answered often.
    package var response: Response { Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body)) }

    package func response(from request: Request, context: some RequestContext) -> Response { response }
}
