import HTTPTypes
import HeedCore
import HeedKeyring
import HeedTestKit
import HeedVault
import HummingbirdTesting
import NIOCore
import Testing

@testable import HeedDesk

@Suite("The door of the desk", .serialized)
struct SignInTests {
    private func attempt(_ premises: Premises, _ changes: [(String, String)]) async throws -> Sheet {
        let browser = Browser(premises.client)
        let form = try await browser.get("/sign-in").form("/sign-in")
        let typed = [("username", "alder")] + premises.credentials("alder")
        let changed = Set(changes.map(\.0))
        return try await browser.submit(form, typed.filter { !changed.contains($0.0) } + changes)
    }

    @Test("whatever is wrong with a sign-in, the page is the same")
    func oneAnswer() async throws {
        try await Premises.open { premises in
            let code = Staff.enrolled("birch").secretCode.grouped
            let ways: [[(String, String)]] = [
                [("passphrase", "wrong horse")], [("secret_code", code)], [("totp", "000000")], [("totp", "")],
                [("passphrase", "")], [("secret_code", "rubbish")],
            ]
            var pages: Set<String> = []
            for way in ways {
                let page = try await attempt(premises, way)
                #expect(page.status == 403)
                pages.insert(page.html)
                premises.time.advance(seconds: 600)
            }
            #expect(pages.count == 1)
            let unknown = try await attempt(premises, [("username", "nobody")])
            #expect(unknown.status == 403)
            #expect(unknown.html == pages.first?.replacing("value=\"alder\"", with: "value=\"nobody\""))
        }
    }

    @Test("before sign-in an alarm is a line without a count or a kind")
    func alarm() async throws {
        try await Premises.open { premises in
            try await premises.report(inDanger: true)
            #expect(!(try await Browser(premises.client).get("/sign-in").text.contains("alarm is ringing")))
            try await Watching.look(premises)
            let page = try await Browser(premises.client).get("/sign-in")
            #expect(page.text.contains("An alarm is ringing. Sign in to see."))
            for _ in 0..<3 { try await premises.report(inDanger: true) }
            try await Watching.look(premises)
            #expect(try await Browser(premises.client).get("/sign-in").html == page.html)
        }
    }

    @Test("the session's cookie is closed to scripts and other sites, and on loopback has neither prefix nor Secure")
    func cookie() async throws {
        try await Premises.open { premises in
            let browser = Browser(premises.client)
            let form = try await browser.get("/sign-in").form("/sign-in")
            let body =
                (form.fields.filter { $0.0 == "csrf" } + [("username", "alder"), ("remember", "yes")]
                + premises.credentials("alder"))
                .map { "\($0.0)=\($0.1.replacing(" ", with: "+"))" }.joined(separator: "&")
            let answer = try await premises.client.execute(
                uri: "/sign-in", method: .post,
                headers: [.contentType: "application/x-www-form-urlencoded", .origin: Premises.origin],
                body: ByteBuffer(string: body))
            let lines = answer.headers[values: .setCookie]
            #expect(answer.status == .seeOther)
            #expect(lines.count == 2)
            #expect(lines[0].hasPrefix("heed-desk=") && lines[0].hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
            #expect(lines[1].hasPrefix("heed-workstation="))
            #expect(lines[1].hasSuffix("; Path=/sign-in; HttpOnly; SameSite=Strict; Max-Age=31536000"))
        }
    }

    @Test("a workstation that remembers the secret code asks for it no more, and no other address gets it")
    func remembered() async throws {
        try await Premises.open { premises in
            let browser = Browser(premises.client)
            let form = try await browser.get("/sign-in").form("/sign-in")
            _ = try await browser.submit(
                form, [("username", "alder"), ("remember", "yes")] + premises.credentials("alder"))
            #expect(browser.cookies["heed-workstation"]?.path == "/sign-in")
            let home = try await browser.get("/")
            let door = try await browser.submit(try home.form("/sign-out"))
            #expect(door.text.contains("remembered here"))
            let code = premises.code("alder")
            let again = try await browser.submit(
                try door.form("/sign-in"),
                [("username", "alder"), ("passphrase", Staff.passphrase), ("secret_code", ""), ("totp", code)])
            #expect(again.h1 == "Needs me now")
        }
    }

    @Test("a form from another site, or of another session, changes nothing at any address")
    func crossSite() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            let before = try await premises.steps()
            let cookie = try #require(alder.cookies["heed-desk"])
            for route in DeskRoutes.matrix where route.method == .post {
                let path = route.path.replacing("{thread}", with: thread.hex)
                let foreign = try await premises.client.execute(
                    uri: path, method: .post,
                    headers: [
                        .contentType: "application/x-www-form-urlencoded", .origin: "https://elsewhere.example",
                        .cookie: "heed-desk=\(cookie.value)",
                    ], body: ByteBuffer(string: "version=0&note=x"))
                #expect(foreign.status == .forbidden, "\(path)")
                _ = try await alder.post(
                    path, [("version", "0"), ("note", "x"), ("csrf", "0123456789abcdef0123456789abcdef")])
            }
            #expect(try await premises.steps() == before)
            #expect(
                try await alder.get("/").h1 == "Needs me now", "neither lock nor sign-out took a form without the token"
            )
        }
    }

    @Test("signing in elsewhere locks the first workstation")
    func elsewhere() async throws {
        try await Premises.open { premises in
            let first = try await premises.signIn("alder")
            _ = try await premises.signIn("alder")
            #expect(try await first.get("/").h1 == "Locked")
        }
    }

    @Test("signing out ends the session: its cookie opens nothing, and what is typed after it is shown to be copied")
    func signOut() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            _ = try await premises.open(alder, thread)
            let other = Browser(premises.client)
            other.take(alder)
            let note = try await alder.get("/report/\(thread.hex)/note").form("/report/\(thread.hex)/note")
            #expect(try await alder.submit(try alder.get("/").form("/sign-out")).h1 == "Sign in")
            let late = try await other.submit(note, [("note", "Words typed too late")])
            #expect(late.h1 == "Sign in")
            #expect(late.text.contains("Words typed too late"))
        }
    }
}
