import HTTPTypes
package import HummingbirdCore
import NIOCore

/// An answer that holds nothing of anybody's, made once and held in memory: a page of guidance, a style sheet, a film.
///
/// Text is held with its gzip and Brotli forms, each with a strong validator of its own. Answers 304 where the asker's
/// copy is still the same, and parts of what is not text. Never for a page with an answer in it: those are neither
/// compressed nor kept.
package struct KeptAnswer: Sendable {
    /// How long copies elsewhere are good.
    package enum Keeping: String, Sendable {
        /// Ask each time whether it is still the same: pages.
        case asking = "no-cache"
        /// The address holds a hash of the content: files.
        case forever = "public, max-age=31536000, immutable"
    }

    private struct Form: Sendable {
        let tag: String
        let fields: HTTPFields
        let unchanged: HTTPFields
        let body: ByteBuffer
        /// The same as they go on the line.
        let head: ByteBuffer
        let unchangedHead: ByteBuffer

        init(tag: String, fields: HTTPFields, unchanged: HTTPFields, body: ByteBuffer) {
            self.tag = tag
            self.fields = fields
            self.unchanged = unchanged
            self.body = body
            head = Self.head("200 OK", fields)
            unchangedHead = Self.head("304 Not Modified", unchanged)
        }

        func under(_ policy: HeaderPolicy) -> Form {
            var (fields, unchanged) = (fields, unchanged)
            policy.apply(to: &fields)
            policy.apply(to: &unchanged)
            return Form(tag: tag, fields: fields, unchanged: unchanged, body: body)
        }

        private static func head(_ status: String, _ fields: HTTPFields) -> ByteBuffer {
            ByteBuffer(string: "HTTP/1.1 \(status)\r\n" + fields.map { "\($0.name.rawName): \($0.value)\r\n" }.joined())
        }
    }

    /// Hash of the content, for addresses.
    let hash: String
    private let plain: Form
    private let gzip: Form?
    private let brotli: Form?
    private let hasParts: Bool

    package init(_ bytes: [UInt8], contentType: String, keeping: Keeping) {
        let hash = EntityTag.hash(of: bytes)
        let isText = Self.isText(contentType)
        func form(_ bytes: [UInt8], _ coding: String?) -> Form {
            let tag = coding.map { "\"\(hash)-\($0)\"" } ?? "\"\(hash)\""
            var fields: HTTPFields = [.cacheControl: keeping.rawValue, .eTag: tag]
            if isText { fields[.vary] = "Accept-Encoding" } else { fields[.acceptRanges] = "bytes" }
            let unchanged = fields
            fields[.contentType] = contentType
            fields[.contentEncoding] = coding
            fields[.contentLength] = "\(bytes.count)"
            return Form(tag: tag, fields: fields, unchanged: unchanged, body: ByteBuffer(bytes: bytes))
        }
        func smaller(_ packed: [UInt8]?, _ coding: String) -> Form? {
            guard let packed, packed.count < bytes.count else { return nil }
            return form(packed, coding)
        }
        self.hash = hash
        plain = form(bytes, nil)
        gzip = isText ? smaller(Compression.gzip(bytes), "gzip") : nil
        brotli = isText ? smaller(Compression.brotli(bytes), "br") : nil
        hasParts = !isText
    }

    /// Bytes of the body as it is, and in its smallest form.
    package var sizes: (plain: Int, smallest: Int) {
        let plain = plain.body.readableBytes
        return (plain, min(plain, gzip?.body.readableBytes ?? plain, brotli?.body.readableBytes ?? plain))
    }

    /// The content itself, uncompressed.
    package var bytes: [UInt8] { Array(plain.body.readableBytesView) }

    /// Whether it is a document in HTML.
    package var isPage: Bool { plain.fields[.contentType]?.hasPrefix("text/html") == true }

    /// The content in each form that is held, with the suffix by which servers of files know the form.
    package var forms: [(suffix: String?, bytes: [UInt8])] {
        let held: [(String?, Form?)] = [(nil, plain), (".gz", gzip), (".br", brotli)]
        return held.compactMap { suffix, form in form.map { (suffix, Array($0.body.readableBytesView)) } }
    }

    /// The answer to a GET or HEAD.
    package func response(to request: Request) -> Response {
        let fields = request.headers
        let form = form(for: fields)
        if let tags = fields[.ifNoneMatch], EntityTag.matches(tags, form.tag) {
            return Self.bodiless(.notModified, form.unchanged)
        }
        guard request.method == .get else { return Self.bodiless(.ok, form.fields) }
        guard hasParts, fields.contains(.range) else {
            return Response(status: .ok, headers: form.fields, body: ResponseBody(byteBuffer: form.body))
        }
        return part(of: form, fields)
    }

    /// The same with a listener's table of fields on it, so that nothing is put on for each request.
    package func under(_ policy: HeaderPolicy) -> KeptAnswer {
        KeptAnswer(
            hash: hash, plain: plain.under(policy), gzip: gzip?.under(policy), brotli: brotli?.under(policy),
            hasParts: hasParts)
    }

    private init(hash: String, plain: Form, gzip: Form?, brotli: Form?, hasParts: Bool) {
        self.hash = hash
        self.plain = plain
        self.gzip = gzip
        self.brotli = brotli
        self.hasParts = hasParts
    }

    /// The answer as it goes on the line, for a request that says nothing out of the way. The same bytes and fields as
    /// `response`, which a test holds.
    func reply(isHead: Bool, _ asking: KeptAsking) -> KeptReply {
        let form = form(accepting: asking.acceptEncoding)
        if let tags = asking.ifNoneMatch, EntityTag.matches(tags, form.tag) {
            return KeptReply(head: form.unchangedHead, body: nil)
        }
        return KeptReply(head: form.head, body: isHead ? nil : form.body)
    }

    private func form(for fields: HTTPFields) -> Form { form(accepting: fields[.acceptEncoding]) }

    private func form(accepting accepted: String?) -> Form {
        guard gzip != nil || brotli != nil, let accepted else { return plain }
        switch AcceptEncoding(accepted).best(hasGzip: gzip != nil, hasBrotli: brotli != nil) {
        case .brotli: return brotli ?? plain
        case .gzip: return gzip ?? plain
        case .identity: return plain
        }
    }

    private func part(of form: Form, _ fields: HTTPFields) -> Response {
        let count = form.body.readableBytes
        switch ByteRange(fields[.range], ifRange: fields[.ifRange], tag: form.tag, count: count) {
        case .whole:
            return Response(status: .ok, headers: form.fields, body: ResponseBody(byteBuffer: form.body))
        case .part(let range):
            var headers = form.fields
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(count)"
            headers[.contentLength] = "\(range.count)"
            let start = form.body.readerIndex + range.lowerBound
            let body = form.body.getSlice(at: start, length: range.count) ?? ByteBuffer()
            return Response(status: .partialContent, headers: headers, body: ResponseBody(byteBuffer: body))
        case .beyond:
            var headers = form.unchanged
            headers[.contentRange] = "bytes */\(count)"
            return Response(status: .rangeNotSatisfiable, headers: headers)
        }
    }

    /// An answer without a body whose length, if it says one, is that of the body it stands for.
    private static func bodiless(_ status: HTTPResponse.Status, _ fields: HTTPFields) -> Response {
        var response = Response(status: status)
        response.headers = fields
        return response
    }

    private static func isText(_ contentType: String) -> Bool {
        contentType.hasPrefix("text/") || contentType.hasPrefix("image/svg")
    }
}
