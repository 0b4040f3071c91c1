import HTTPTypes
import Logging
import NIOCore
import Testing

@testable import HeedWeb

@Suite("Listener", .serialized)
struct ListenerTests {
    private static let get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"

    @Test(
        "plain HTTP off loopback is refused, with the remedy",
        arguments: [
            "0.0.0.0", "192.168.1.4", "::", "localhost.example", "127.0.0.1.example", "127.0.0", "heed.example",
        ])
    func plain(host: String) {
        let refusal = #expect(throws: StartupRefusal.self) { try Listener(host: host, port: 0) }
        #expect(refusal?.remedy.contains("certificate") == true)
    }

    @Test("loopback may be plain", arguments: ["127.0.0.1", "127.1.2.3", "localhost", "::1"])
    func loopback(host: String) {
        #expect(throws: Never.self) { try Listener(host: host, port: 0) }
    }

    /// R20, the part of it that is the listener's. Half drip a header, half a body.
    @Test("sixty slow connections delay nobody, and are gone after their deadline", .timeLimit(.minutes(5)))
    func slow() async throws {
        let trap = LogTrap()
        let limits = ListenerLimits(connections: 128, headSeconds: 30, headSecondsWhenBusy: 25, requestSeconds: 30)
        try await LiveServer.with(try SampleSite.make(), limits: limits, logger: trap.logger()) { port in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        try await RawClient.with(port: port) { slow in
                            let opening =
                                number % 2 == 0
                                ? "GET / HTTP/1.1\r\nX: "
                                : "POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n"
                            // Drips until it is cut off: without the deadlines it would drip beyond the time limit.
                            do {
                                try await slow.send(opening)
                                while true {
                                    try await slow.send("a")
                                    try await Task.sleep(for: .milliseconds(100))
                                }
                            } catch is CancellationError {
                                throw CancellationError()
                            } catch {}
                        }
                    }
                }
                try await Task.sleep(for: .milliseconds(500))
                var times: [Duration] = []
                for _ in 0..<50 {
                    let began = ContinuousClock.now
                    let answer = try await RawClient.exchange(port: port, Self.get)
                    #expect(answer.hasPrefix("HTTP/1.1 200"))
                    times.append(ContinuousClock.now - began)
                }
                // Other tests share the cores and can hold up any one answer. If slow ones delayed others, they would delay
                // all. The tests from outside, which have the cores alone, bound the worst.
                let middle = times.sorted()[25]
                #expect(middle < .seconds(10), "middle of 50 while 60 drip: \(middle)")
                try await group.waitForAll()
            }
        }
        #expect(trap.lines.allSatisfy { !$0.contains("127.0.0.1:") || $0.contains("listening") })
    }

    @Test("while many connections wait, a slow one waits less, and the rest get in", .timeLimit(.minutes(5)))
    func crowd() async throws {
        let limits = ListenerLimits(connections: 20, headSeconds: 30, headSecondsWhenBusy: 0.5)
        try await LiveServer.with(try SampleSite.make(), limits: limits, logger: LogTrap().logger()) { port in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        try await RawClient.with(port: port) { slow in
                            try? await slow.send("GET / HT")
                            _ = await slow.readToEnd()
                        }
                    }
                }
                try await Task.sleep(for: .milliseconds(200))
                let began = ContinuousClock.now
                let answer = try await RawClient.exchange(port: port, Self.get)
                #expect(answer.hasPrefix("HTTP/1.1 200"))
                // Before a slow one would have had to go without the crowd.
                #expect(ContinuousClock.now - began < .seconds(25))
                group.cancelAll()
            }
        }
    }

    @Test("a handler that never ends is cut off at the request's deadline", .timeLimit(.minutes(5)))
    func endless() async throws {
        let limits = ListenerLimits(headSeconds: 1, headSecondsWhenBusy: 1, requestSeconds: 1)
        try await LiveServer.with(try SampleSite.make(), limits: limits, logger: LogTrap().logger()) { port in
            let began = ContinuousClock.now
            let answer = try await RawClient.exchange(port: port, "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(answer.isEmpty)
            #expect(ContinuousClock.now - began < .seconds(4))
        }
    }

    @Test("R19: a form too large gets its page while it is still being sent, and the connection closes")
    func tooLarge() async throws {
        let limits = ListenerLimits(lingerSeconds: 1, lingerBytes: 1 << 20)
        try await LiveServer.with(try SampleSite.make(), limits: limits, logger: LogTrap().logger()) { port in
            for announced in [true, false] {
                try await RawClient.with(port: port) { client in
                    let framing = announced ? "Content-Length: 500000" : "Transfer-Encoding: chunked"
                    try await client.send("POST /form HTTP/1.1\r\nHost: x\r\n\(framing)\r\n\r\n")
                    let piece = String(repeating: "x", count: 0x4000)
                    for _ in 0..<10 {
                        try await client.send(announced ? piece : "4000\r\n\(piece)\r\n")
                    }
                    let answer = await client.readToEnd()
                    #expect(answer.hasPrefix("HTTP/1.1 413"))
                    #expect(answer.contains("0800 789 321") && answer.lowercased().contains("connection: close"))
                }
            }
        }
    }

    @Test("a body without end is not read without end")
    func endlessBody() async throws {
        let limits = ListenerLimits(lingerSeconds: 30, lingerBytes: 1 << 20)
        try await LiveServer.with(try SampleSite.make(), limits: limits, logger: LogTrap().logger()) { port in
            let sent = try await RawClient.with(port: port) { client in
                try await client.send("POST /early HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
                let piece = "10000\r\n" + String(repeating: "x", count: 0x10000) + "\r\n"
                var sent = 0
                while sent < 256 << 20 {
                    do { try await client.send(piece) } catch { break }
                    sent += 0x10000
                }
                return sent
            }
            // What the sockets hold at both ends comes on top of the rest that is read.
            #expect(sent < 128 << 20, "took \(sent) bytes")
        }
    }

    @Test("an early refusal of a small form leaves the connection usable")
    func keepAlive() async throws {
        try await LiveServer.with(try SampleSite.make(), logger: LogTrap().logger()) { port in
            try await RawClient.with(port: port) { client in
                for _ in 0..<3 {
                    try await client.send("POST /early HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\n")
                    let refused = try await client.readAnswer()
                    #expect(refused.hasPrefix("HTTP/1.1 404"))
                    try await client.send("aaaaaaaaaaaaaaaaaaaa")
                    try await client.send(Self.get)
                    let next = try await client.readAnswer()
                    #expect(next.hasPrefix("HTTP/1.1 200"))
                }
            }
        }
    }

    @Test("a client of HTTP/1.0, as text browsers are, gets its page and the end of the connection")
    func oldClient() async throws {
        try await LiveServer.with(try SampleSite.make(), logger: LogTrap().logger()) { port in
            for request in ["GET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"] {
                try await RawClient.with(port: port) { client in
                    let began = ContinuousClock.now
                    try await client.send(request)
                    let answer = await client.readToEnd()
                    #expect(answer.hasPrefix("HTTP/1.1 200") && answer.utf8.count > HTMLPage.bucket)
                    #expect(ContinuousClock.now - began < .seconds(2))
                }
            }
        }
    }

    @Test("requests sent ahead are answered in order, and nothing after one that closes")
    func ahead() async throws {
        try await LiveServer.with(try SampleSite.make(), logger: LogTrap().logger()) { port in
            try await RawClient.with(port: port) { client in
                let last = "GET /refuse/tooLarge HTTP/1.1\r\nHost: x\r\n\r\n"
                try await client.send("GET /form HTTP/1.1\r\nHost: x\r\n\r\n" + last + Self.get)
                let answers = await client.readToEnd()
                let statuses = answers.split(separator: "HTTP/1.1 ").map { $0.prefix(3) }
                #expect(statuses == ["200", "413"])
            }
        }
    }

    @Test("the log holds nothing of any request: no address, path, agent or words, at any level")
    func silence() async throws {
        let trap = LogTrap()
        let marker = "MARKER"
        try await LiveServer.with(try SampleSite.make(), logger: trap.logger(level: .trace)) { port in
            let head =
                "Host: \(marker)\r\nUser-Agent: \(marker)\r\nReferer: http://\(marker)/\r\nCookie: a=\(marker)\r\n"
            let body = "narrative=\(marker)"
            let requests = [
                "GET /\(marker)?q=\(marker) HTTP/1.1\r\n\(head)\r\n",
                "GET /boom/\(marker) HTTP/1.1\r\n\(head)\r\n",
                "POST /form HTTP/1.1\r\n\(head)Content-Length: \(body.utf8.count)\r\n\r\n\(body)",
                "POST /form HTTP/1.1\r\n\(head)Content-Type: text/\(marker)\r\nContent-Length: 6\r\n\r\n\(marker)",
                "\(marker) \(marker)\r\n\r\n",
                "GET /\(marker) HTTP/1.1\r\n\(marker) \(marker): x\r\n\r\n",
            ]
            for request in requests { _ = try await RawClient.exchange(port: port, request) }
            // Gone in the middle of a body.
            try await RawClient.with(port: port) { client in
                try await client.send("POST /form HTTP/1.1\r\n\(head)Content-Length: 500\r\n\r\n\(body)")
            }
            try await Task.sleep(for: .milliseconds(200))
        }
        let told = trap.lines.filter { !$0.contains("listening") && !$0.contains("a request failed") }
        #expect(!trap.lines.isEmpty)
        for line in trap.lines {
            #expect(!line.contains(marker) && !line.contains("boom") && !line.contains("Leaky("), "\(line)")
        }
        #expect(told.allSatisfy { !$0.contains("127.0.0.1") }, "\(told)")
    }
}
