import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import HeedWeb

@Suite("Cookies")
struct CookieTests {
    @Test("R04: a cookie that comes to the public site is dropped before any route", arguments: [false, true])
    func dropped(keeps: Bool) async throws {
        let app = Application(responder: try SampleSite.make(keepsCookies: keeps).responder())
        try await app.test(.router) { client in
            let headers: HTTPFields = [.cookie: "desk=secret"]
            let body = try await client.execute(uri: "/cookie", method: .get, headers: headers).body
            #expect(String(buffer: body) == (keeps ? "cookie: desk=secret" : "cookie: none"))
        }
    }

    @Test("R04: over TLS a cookie is bound to the host; on loopback HTTP it has neither prefix nor Secure")
    func attributes() {
        let attributes = { (line: String) in Set(line.split(separator: "; ").dropFirst().map(String.init)) }
        let secure = SessionCookie("desk", isTLS: true)
        #expect(secure.set("abc").hasPrefix("__Host-desk=abc; "))
        #expect(attributes(secure.set("abc")) == ["Path=/", "HttpOnly", "SameSite=Strict", "Secure"])
        let plain = SessionCookie("desk", isTLS: false)
        #expect(plain.set("abc").hasPrefix("desk=abc; "))
        #expect(attributes(plain.set("abc")) == ["Path=/", "HttpOnly", "SameSite=Strict"])
        #expect(attributes(secure.clear).contains("Max-Age=0"))
    }

    @Test("a cookie is read by its whole name, and two that differ are none")
    func reading() {
        let cookie = SessionCookie("desk", isTLS: false)
        #expect(cookie.read([.cookie: "a=b; desk=abc-1_Z; c=d"]) == "abc-1_Z")
        #expect(cookie.read([.cookie: "xdesk=1;desk=abc"]) == "abc")
        #expect(cookie.read([.cookie: "desk=abc; desk=abc"]) == "abc")
        #expect(cookie.read([.cookie: "desk=abc; desk=abd"]) == nil)
        #expect(cookie.read([.cookie: "desk2=abc"]) == nil)
        #expect(cookie.read([.cookie: "desk="]) == nil)
        #expect(cookie.read([.cookie: "desk=a\"b"]) == nil)
        #expect(cookie.read([:]) == nil)
    }
}
