import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import HeedWeb

@Suite("Errors")
struct ErrorTests {
    @Test(
        "R18: a refusal is answered with its status and the site's own page",
        arguments: [
            ("notFound", 404, "-"), ("notAllowed", 403, "why.not"), ("notNow", 409, "why.later"),
            ("notValid", 422, "-"), ("conflict", 409, "-"), ("tooLarge", 413, "-"), ("tooMany", 503, "-"),
            ("closed", 503, "closed.key"), ("http", 400, "-"),
        ])
    func table(what: String, status: Int, reason: String) async throws {
        let trap = LogTrap()
        let app = Application(responder: try SampleSite.make().responder(), logger: trap.logger())
        try await app.test(.router) { client in
            let response = try await client.execute(uri: "/refuse/\(what)", method: .get)
            let body = String(buffer: response.body)
            #expect(response.status.code == status)
            #expect(body.contains("\(status) \(reason) -"))
            #expect(body.contains("999 101 0800 789 321"))
            #expect(body.utf8.count == HTMLPage.bucket)
            #expect(!body.contains(SampleSite.marker))
        }
        #expect(trap.lines.isEmpty)
    }

    @Test("an error of ours is a page with a number, and its words are in no log")
    func incident() async throws {
        let trap = LogTrap()
        let app = Application(responder: try SampleSite.make().responder(), logger: trap.logger())
        let body = try await app.test(.router) { client in
            let response = try await client.execute(uri: "/boom/\(SampleSite.marker.prefix(6))", method: .get)
            #expect(response.status == .internalServerError)
            return String(buffer: response.body)
        }
        let line = try #require(trap.lines.first)
        #expect(trap.lines.count == 1)
        #expect(line.contains("Leaky") && line.contains("error.code\": leak"))
        let incident = try #require(body.split(separator: " ").first { $0.utf8.count == 8 && !$0.contains("<") })
        #expect(line.contains(incident))
        #expect(!line.contains("MARKER") && !body.contains("MARKER") && !line.contains("boom"))
    }

    @Test("when the error page itself fails, a page that needs nothing still has the numbers")
    func fallback() async throws {
        let trap = LogTrap()
        let site = try SampleSite.make(brokenErrorPage: true)
        let app = Application(responder: site.responder(), logger: trap.logger())
        try await app.test(.router) { client in
            for (uri, status) in [("/nowhere", 404), ("/boom/x", 500), ("/refuse/tooLarge", 413)] {
                let response = try await client.execute(uri: uri, method: .get)
                let body = String(buffer: response.body)
                #expect(response.status.code == status)
                #expect(body.contains("tel:999") && body.contains("tel:101") && body.contains("tel:0800789321"))
                #expect(body.utf8.count == HTMLPage.bucket)
                #expect(response.headers[.contentSecurityPolicy] != nil)
            }
        }
        #expect(trap.lines.allSatisfy { !$0.contains("MARKER") })
    }

    @Test("the page that needs nothing shows what the site says on every page, and grows by whole steps")
    func fallbackNotice() async throws {
        let words = Markup(html: "<p>" + String(repeating: "x", count: 20_000) + "</p>")
        var site = try SampleSite.make(brokenErrorPage: true)
        site.fallback = FallbackPage(emergency: "999", notUrgent: "101", hotline: "0800 789 321", notice: { words })
        let app = Application(responder: site.responder())
        try await app.test(.router) { client in
            let response = try await client.execute(uri: "/nowhere", method: .get)
            let body = String(buffer: response.body)
            #expect(body.contains(words.html) && body.contains("tel:999"))
            #expect(body.utf8.count == 3 * HTMLPage.bucket)
        }
    }

    @Test("an address with another method says which it takes, and a strange method is refused everywhere")
    func methods() async throws {
        let app = Application(responder: try SampleSite.make().responder())
        try await app.test(.router) { client in
            let wrong = try await client.execute(uri: "/early", method: .get)
            #expect(wrong.status == .methodNotAllowed && wrong.headers[.allow] == "POST")
            let post = try await client.execute(uri: "/", method: .post)
            #expect(post.status == .methodNotAllowed && post.headers[.allow] == "GET, HEAD")
            for method in [HTTPRequest.Method.put, .delete, .trace, .options, .init("FOO")!] {
                #expect(try await client.execute(uri: "/form", method: method).status == .methodNotAllowed)
            }
            #expect(try await client.execute(uri: "/", method: .head).status == .ok)
        }
    }

    @Test("an address beyond 8 KiB is answered 414")
    func longAddress() async throws {
        let app = Application(responder: try SampleSite.make().responder())
        try await app.test(.router) { client in
            let uri = "/" + String(repeating: "a", count: 9000)
            let response = try await client.execute(uri: uri, method: .get)
            #expect(response.status == .uriTooLong)
        }
    }
}
