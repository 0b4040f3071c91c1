import HeedCore
import Testing

@testable import HeedWeb

/// What a connection answers from memory, without the way through the site.
@Suite("Answers from memory")
struct KeptShelfTests {
    /// Other tests share the cores: no deadline of the listener's is what is looked at here.
    private static let patient = ListenerLimits(headSeconds: 300, headSecondsWhenBusy: 300)

    /// The answer to one request. Another that ends the connection follows it, since the length that an answer without a body
    /// names is not to be waited for.
    private func ask(_ port: Int, _ path: String, _ method: String = "GET", _ fields: String = "") async throws
        -> String
    {
        try await RawClient.with(port: port) { client in
            try await client.send(
                "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n\(fields)Connection: keep-alive\r\n\r\n"
                    + "GET /form HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            let both = await client.readToEnd()
            guard let second = both.ranges(of: "HTTP/1.1 200").last else { return "" }
            return String(both[..<second.lowerBound])
        }
    }

    /// Status, fields in alphabetical order without the date, and body.
    private func parts(_ answer: String) -> [String] {
        let halves = answer.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        let lines = halves[0].split(separator: "\r\n").map { $0.lowercased() }
        return [lines[0]] + lines.dropFirst().filter { !$0.hasPrefix("date:") }.sorted()
            + halves.dropFirst().map(String.init)
    }

    @Test("they are the bytes and fields that the routes send, for every way of asking")
    func same() async throws {
        let site = try SampleSite.make()
        let path = try #require(site.assets.path("site.css"))
        try await LiveServer.with(site, limits: Self.patient, logger: LogTrap().logger()) { port in
            let tag = try await ask(port, path).split(separator: "\r\n").first { $0.lowercased().hasPrefix("etag:") }
            let known = try #require(tag).split(separator: " ")[1]
            for fields in ["", "Accept-Encoding: br, gzip\r\n", "If-None-Match: \(known)\r\n", "If-None-Match: *\r\n"] {
                for method in ["GET", "HEAD"] where fields.isEmpty || method == "GET" {
                    // A query goes the way through the site.
                    let (kept, routed) = (
                        try await ask(port, path, method, fields), try await ask(port, path + "?q=1", method, fields)
                    )
                    #expect(parts(kept) == parts(routed), "\(method) \(fields)")
                    #expect(kept.lowercased().contains("\r\ndate: "))
                    #expect(kept.lowercased().contains("content-security-policy: "))
                }
            }
        }
    }

    @Test("answers leave in the order of their requests, also where one is ready before another")
    func order() async throws {
        let site = try SampleSite.make()
        let path = try #require(site.assets.path("site.css"))
        try await LiveServer.with(site, limits: Self.patient, logger: LogTrap().logger()) { port in
            try await RawClient.with(port: port) { client in
                func ask(_ path: String) -> String { "GET \(path) HTTP/1.1\r\nHost: localhost\r\n" }
                try await client.send(
                    ask(path) + "\r\n" + ask("/slow") + "\r\n" + ask(path) + "Connection: close\r\n\r\n")
                let answers = await client.readToEnd()
                let first = try #require(answers.firstRange(of: SampleSite.css))
                let late = try #require(answers.firstRange(of: "late"))
                #expect(first.upperBound < late.lowerBound)
                #expect(answers[late.upperBound...].contains(SampleSite.css))
            }
        }
    }

    @Test("whoever asks for the end of the connection, in either version, gets it", arguments: [0, 1])
    func closing(minor: Int) async throws {
        let site = try SampleSite.make()
        let path = try #require(site.assets.path("site.css"))
        try await LiveServer.with(site, limits: Self.patient, logger: LogTrap().logger()) { port in
            try await RawClient.with(port: port) { client in
                let fields = minor == 1 ? "Host: localhost\r\nConnection: close\r\n" : ""
                try await client.send("GET \(path) HTTP/1.\(minor)\r\n\(fields)\r\n")
                #expect(await client.readToEnd().contains(SampleSite.css))
            }
        }
    }

    @Test("the date is written as RFC 9110 has it")
    func date() {
        #expect(HTTPDate.text(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(HTTPDate.text(1_798_761_599) == "Thu, 31 Dec 2026 23:59:59 GMT")
    }
}
