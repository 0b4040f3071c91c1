import HTTPTypes
import HeedCore
import Hummingbird
import HummingbirdCore
import NIOCore
import Testing

@testable import HeedWeb

/// Answers that are kept in memory: codings, validators, parts.
@Suite struct KeptAnswerTests {
    private static let text = String(repeating: "Run, hide, tell. ", count: 300)
    private let page = KeptAnswer(Array(text.utf8), contentType: "text/html; charset=utf-8", keeping: .asking)
    private let film = KeptAnswer(Array(0..<200), contentType: "video/webm", keeping: .forever)

    private func ask(_ answer: KeptAnswer, _ method: HTTPRequest.Method = .get, _ fields: HTTPFields = [:]) -> Response
    {
        let head = HTTPRequest(method: method, scheme: nil, authority: nil, path: "/", headerFields: fields)
        return answer.response(to: Request(head: head, body: RequestBody(buffer: ByteBuffer())))
    }

    @Test(
        arguments: [
            (nil, nil), ("", nil), ("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("x-gzip", "gzip"),
            ("GZIP", "gzip"),
            ("br;q=0.5, gzip;q=0.8", "gzip"), ("br;q=0.5, gzip;q=0.5", "br"), ("br;q=0, gzip", "gzip"), ("*", "br"),
            ("*;q=0", nil), ("br;q=0, *", "gzip"), ("identity;q=0", nil), ("identity;q=0, gzip", "gzip"),
            ("deflate", nil),
            ("identity, gzip;q=0.5", nil), ("identity;q=0.5, gzip;q=0.5", "gzip"), ("*;q=0.5, gzip;q=0", "br"),
            ("br;q=2", nil), ("br;q=0.0001", nil), ("br;q=", nil), ("br; q=1.000", "br"), ("  gzip ;  q=1 ", "gzip"),
            (",,,", nil), ("brx", nil), ("gzip;q=0.001", "gzip"), ("gzip;level=9", nil),
        ] as [(String?, String?)])
    func `the coding sent is the best that was asked for`(accepted: String?, coding: String?) throws {
        var fields = HTTPFields()
        fields[.acceptEncoding] = accepted
        let response = ask(page, .get, fields)
        #expect(response.status == .ok && response.headers[.contentEncoding] == coding)
        #expect(response.headers[.vary] == "Accept-Encoding" && response.headers[.cacheControl] == "no-cache")
        #expect(response.headers[.contentLength] == "\(response.body.contentLength ?? -1)")
    }

    @Test func `each coding has a tag of its own, which answers 304 with the fields that matter and nothing else`() {
        let codings = ["identity", "gzip", "br"]
        let tags = codings.compactMap { ask(page, .get, [.acceptEncoding: $0]).headers[.eTag] }
        #expect(Set(tags).count == 3 && tags.allSatisfy { $0.hasPrefix("\"") && $0.hasSuffix("\"") })
        for (coding, tag) in zip(codings, tags) {
            for known in [tag, "W/\(tag)", "\"x\", W/\(tag)", "*", " \(tag) "] {
                for method in [HTTPRequest.Method.get, .head] {
                    let response = ask(page, method, [.acceptEncoding: coding, .ifNoneMatch: known])
                    #expect(response.status == .notModified, "\(coding) \(known)")
                    #expect(response.headers[.eTag] == tag && response.headers[.vary] == "Accept-Encoding")
                    #expect(response.headers[.cacheControl] == "no-cache")
                    #expect(response.headers[.contentLength] == nil && response.headers[.contentType] == nil)
                }
            }
            let others = tags.filter { $0 != tag }.joined(separator: ", ")
            #expect(ask(page, .get, [.acceptEncoding: coding, .ifNoneMatch: others]).status == .ok)
            let head = ask(page, .head, [.acceptEncoding: coding])
            let full = ask(page, .get, [.acceptEncoding: coding])
            #expect(head.headers == full.headers && head.body.contentLength == 0)
        }
    }

    @Test func `the same bytes are packed the same way, without a time or a name`() throws {
        let bytes = Array(Self.text.utf8)
        let packed = try #require(Compression.gzip(bytes))
        #expect(packed == Compression.gzip(bytes) && packed.count < bytes.count / 10)
        #expect(Array(packed[4..<8]) == [0, 0, 0, 0], "a time would tell when the server was started")
        let brotli = try #require(Compression.brotli(bytes))
        #expect(brotli == Compression.brotli(bytes) && brotli.count < bytes.count / 10)
        #expect(Compression.gzip([]) != nil && Compression.brotli([]) != nil)
    }

    @Test(arguments: [
        ("bytes=0-9", 0..<10), ("bytes=190-", 190..<200), ("bytes=-5", 195..<200), ("bytes=-500", 0..<200),
        ("bytes=0-999", 0..<200), ("bytes=199-199", 199..<200),
    ])
    func `a player gets the part it asks for`(field: String, range: Range<Int>) async throws {
        let response = ask(film, .get, [.range: field])
        #expect(response.status == .partialContent)
        #expect(response.headers[.contentRange] == "bytes \(range.lowerBound)-\(range.upperBound - 1)/200")
        #expect(response.headers[.contentLength] == "\(range.count)" && response.body.contentLength == range.count)
        #expect(response.headers[.vary] == nil && response.headers[.contentEncoding] == nil)
    }

    @Test(arguments: ["bytes=0-1,5-6", "bytes=x-", "bytes=9-3", "items=0-1", "bytes=-", "bytes=--1", "bytes=1", ""])
    func `a range that is none gets the whole`(field: String) {
        #expect(ask(film, .get, [.range: field]).status == .ok)
    }

    @Test func `a part beyond the end is refused with the length, and a part of another version is the whole`() {
        let beyond = ask(film, .get, [.range: "bytes=200-"])
        #expect(beyond.status == .rangeNotSatisfiable && beyond.headers[.contentRange] == "bytes */200")
        #expect(ask(film, .get, [.range: "bytes=-0"]).status == .rangeNotSatisfiable)
        #expect(ask(film, .get, [.range: "bytes=0-1", .ifRange: "\"other\""]).status == .ok)
        let tag = ask(film).headers[.eTag]!
        #expect(ask(film, .get, [.range: "bytes=0-1", .ifRange: tag]).status == .partialContent)
        #expect(ask(film, .head, [.range: "bytes=0-1"]).status == .ok)
        #expect(
            ask(page, .get, [.range: "bytes=0-1"]).status == .ok, "text has no parts: its length depends on the coding")
    }
}
