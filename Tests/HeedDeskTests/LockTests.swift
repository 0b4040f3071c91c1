import HTTPTypes
import HeedCore
import HeedTestKit
import Testing

@testable import HeedDesk

@Suite("The lock gives text back and sends none of it", .serialized)
struct LockTests {
    private static let note = String(repeating: "Twenty characters ü. ", count: 100) + "<end> & {{tag}}"

    private func unlock(_ premises: Premises, _ browser: Browser, _ locked: Sheet) async throws -> Sheet {
        try await browser.submit(try locked.form("/sign-in/unlock"), premises.credentials("alder"))
    }

    @Test("a note of 2,000 characters posted after 11 idle minutes comes back whole, unsent")
    func idle() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            _ = try await premises.open(alder, thread)
            let form = try await alder.get("/report/\(thread.hex)/note").form("/report/\(thread.hex)/note")
            premises.time.advance(seconds: 11 * 60)
            let steps = try await premises.steps()
            let locked = try await alder.submit(form, [("note", Self.note)])
            #expect(locked.h1 == "Locked")
            #expect(locked.text.contains("Your text is kept: 303 words. It has not been sent."))
            #expect(!locked.html.contains("Twenty"))
            let back = try await unlock(premises, alder, locked)
            #expect(try back.form("/report/\(thread.hex)/note")["note"] == Self.note)
            #expect(back.text.contains("It has not been sent."))
            #expect(try await premises.steps() == steps)
            _ = try await alder.submit(try back.form("/report/\(thread.hex)/note"))
            #expect(try await premises.steps() == steps + 1)
        }
    }

    @Test("the lock button takes what stands in the form with it, and gives it back")
    func button() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            _ = try await premises.open(alder, thread)
            let page = try await alder.get("/report/\(thread.hex)/triage")
            #expect(page.html.contains("form=\"work\" formaction=\"/lock\""))
            let form = try page.form("/report/\(thread.hex)/triage")
            let fields = form.fields.filter { $0.0 != "threat" } + [("threat", "half a sentence")]
            let locked = try await alder.post("/lock", fields)
            #expect(locked.h1 == "Locked")
            #expect(try await alder.get("/report/\(thread.hex)").h1 == "Locked")
            let back = try await unlock(premises, alder, locked)
            #expect(try back.form("/report/\(thread.hex)/triage")["threat"] == "half a sentence")
        }
    }

    @Test("another officer cannot unlock, and gets nothing of what was typed")
    func stranger() async throws {
        try await Premises.open { premises in
            let alder = try await premises.signIn("alder")
            let search = try await alder.get("/search").form("/search")
            let locked = try await alder.post("/lock", search.fields + [("text", "zebra"), ("at", "/search")])
            let wrong = try await alder.submit(try locked.form("/sign-in/unlock"), premises.credentials("birch"))
            #expect(wrong.h1 == "Locked")
            #expect(!wrong.html.contains("zebra"))
        }
    }

    @Test("the watch page refreshes itself and does not keep the session open")
    func watch() async throws {
        try await Premises.open { premises in
            let alder = try await premises.signIn("alder")
            #expect(try await alder.get("/watch").headers[HTTPField.Name("Refresh")!] == "30")
            for _ in 0..<22 {
                premises.time.advance(seconds: 30)
                _ = try await alder.get("/watch")
            }
            #expect(try await alder.get("/").h1 == "Locked")
        }
    }

    @Test("a draft is kept sealed, comes back with the page, and is gone once it is sent")
    func draft() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            _ = try await premises.open(alder, thread)
            let steps = try await premises.steps()
            let path = "/report/\(thread.hex)/note"
            let kept = try await alder.submit(
                try alder.get(path).form(path), [("note", "half a note"), ("keep", "save")])
            #expect(try kept.form(path)["note"] == "half a note")
            #expect(try await premises.steps() == steps)
            let birch = try await premises.signIn("birch")
            #expect(try await birch.get(path).form(path)["note"] == "")
            _ = try await alder.submit(try kept.form(path))
            #expect(try await alder.get(path).form(path)["note"] == "")
        }
    }
}
