import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import HeedWeb

@Suite("Headers")
struct HeaderTests {
    /// R71. Every way a route can answer, and every way it can refuse.
    static let requests: [(String, HTTPRequest.Method)] =
        [
            ("/", .get), ("/", .head), ("/away", .get), ("/nowhere", .get), ("/boom/x", .get), ("/form", .delete),
            ("/", .post), ("/favicon.ico", .get), ("/assets/none.css", .get), ("/early", .post),
        ] + SampleSite.refusals.keys.map { ("/refuse/\($0)", HTTPRequest.Method.get) }

    private func expectTable(_ headers: HTTPFields, isTLS: Bool, _ what: Comment) {
        let csp = headers[.contentSecurityPolicy] ?? ""
        #expect(csp.hasPrefix("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'"), what)
        #expect(csp.contains("frame-ancestors 'none'") && csp.contains("base-uri 'none'"), what)
        #expect(!csp.contains("script-src") && !csp.contains("unsafe"), what)
        #expect(headers[.xContentTypeOptions] == "nosniff", what)
        #expect(headers[.init("Referrer-Policy")!] == "same-origin", what)
        #expect(headers[.init("Permissions-Policy")!]?.contains("geolocation=()") == true, what)
        #expect(headers[.init("Cross-Origin-Opener-Policy")!] == "same-origin", what)
        #expect(headers[.init("Cross-Origin-Resource-Policy")!] == "same-origin", what)
        #expect((headers[.strictTransportSecurity] != nil) == isTLS, what)
        #expect(headers[.server] == nil && headers[.setCookie] == nil, what)
        #expect(headers[.cacheControl] != nil, what)
    }

    @Test("R71: every answer carries the whole table, whatever its status", arguments: [false, true])
    func everyAnswer(isTLS: Bool) async throws {
        let app = Application(responder: try SampleSite.make(isTLS: isTLS).responder())
        try await app.test(.router) { client in
            for (uri, method) in Self.requests {
                let response = try await client.execute(uri: uri, method: method)
                expectTable(response.headers, isTLS: isTLS, "\(method) \(uri)")
            }
        }
    }

    @Test("R06: an answer is not kept anywhere and has no tag by which to ask again")
    func noStore() async throws {
        let app = Application(responder: try SampleSite.make().responder())
        try await app.test(.router) { client in
            for uri in ["/", "/form", "/nowhere", "/away", "/boom/x"] {
                let headers = try await client.execute(uri: uri, method: .get).headers
                #expect(headers[.cacheControl] == "no-store, no-transform")
                #expect(headers[.eTag] == nil && headers[.lastModified] == nil)
            }
        }
    }

    @Test("R12: script is refused unless a site says it has its own, and inline script always")
    func scripts() {
        let policy = { (scripts: HeaderPolicy.Scripts) in
            HeaderPolicy(isTLS: true, scripts: scripts).fields.first { $0.name == .contentSecurityPolicy }?.value ?? ""
        }
        #expect(!policy(.none).contains("script-src") && policy(.none).contains("default-src 'none'"))
        #expect(policy(.own).contains("script-src 'self'") && !policy(.own).contains("connect-src"))
        #expect(policy(.asking).contains("script-src 'self'") && policy(.asking).contains("connect-src 'self'"))
        #expect(!policy(.own).contains("unsafe") && !policy(.asking).contains("unsafe"))
    }

    @Test("R71: malformed requests that no route sees get the same table, and a page with the numbers")
    func malformed() async throws {
        let trap = LogTrap()
        let long = String(repeating: "a", count: 40_000)
        let requests: [(String, String)] = [
            ("GARBAGE\r\n\r\n", "400"),
            ("GET / HTTP/1.1\r\nHost: x\r\nBad Header: y\r\n\r\n", "400"),
            ("GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n", "400"),
            ("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", "400"),
            (
                "POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "400"
            ),
            ("POST /form HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "400"),
            ("GET / HTTP/1.1\r\nHost: x\r\nX: \(long)\r\n\r\n", "431"),
            ("GET /\(long) HTTP/1.1\r\nHost: x\r\n\r\n", "4"),
            ("GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\nHost: x\r\n\r\n", "414"),
        ]
        try await LiveServer.with(try SampleSite.make(), logger: trap.logger()) { port in
            for (request, status) in requests {
                // Beside a thousand tests a connection's deadline can pass before it is read: it closes without a word.
                var answer = ""
                for _ in 0..<3 where answer.isEmpty { answer = try await RawClient.exchange(port: port, request) }
                let what: Comment = "\(request.prefix(60)): \(answer.prefix(80))"
                #expect(answer.hasPrefix("HTTP/1.1 \(status)"), what)
                #expect(answer.lowercased().contains("content-security-policy: default-src 'none'"), what)
                #expect(answer.contains("999") && answer.contains("101") && answer.contains("0800 789 321"), what)
                #expect(!answer.lowercased().contains("\r\nserver:"), what)
            }
        }
    }
}
