import HeedCore
import Testing

@testable import HeedDesk

@Suite("Writing pages", .serialized)
struct WritingTests {
    @Test("what was typed stands on the page again, with each problem named and linked, when something is missing")
    func keptText() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            _ = try await premises.open(alder, thread)
            let text = "Kept \"words\" & <more>\nsecond line"
            let wrong: [(String, [(String, String)], String)] = [
                ("triage", [("harm", text)], "threat"), ("research", [("details", text)], "system"),
                ("identifier", [("source", text)], "value"), ("no-further-action", [("fairness", "x")], "why"),
            ]
            for (slug, fields, missing) in wrong where slug != "no-further-action" {
                let page = try await premises.write(alder, thread, slug, fields)
                #expect(page.status == 422, "\(slug)")
                #expect(try page.form("/report/\(thread.hex)/\(slug)")[fields[0].0] == text, "\(slug)")
                #expect(page.links.contains("#\(missing)"), "\(slug)")
                #expect(page.html.contains("id=\"\(missing)-problem\""), "\(slug)")
            }
        }
    }

    @Test("'nothing found' is never recorded for want of an answer")
    func noResult() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            _ = try await premises.open(alder, thread)
            let steps = try await premises.steps()
            let page = try await premises.write(alder, thread, "research", [("system", "a"), ("sought", "b")])
            #expect(page.status == 422)
            #expect(try await premises.steps() == steps)
        }
    }

    @Test("of two triages, the second sees that nothing was saved and both texts; going on keeps both")
    func conflict() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            let birch = try await premises.signIn("birch")
            _ = try await premises.open(alder, thread)
            let path = "/report/\(thread.hex)/triage"
            let first = try await alder.get(path).form(path)
            let second = try await birch.get(path).form(path)
            _ = try await alder.submit(first, [("threat", "first threat"), ("risk", "low"), ("gist", "one")])
            let steps = try await premises.steps()
            let conflict = try await birch.submit(
                second, [("threat", "second threat"), ("risk", "high"), ("gist", "two")])
            #expect(conflict.status == 409)
            #expect(conflict.h1 == "Nothing was saved")
            #expect(conflict.text.contains("first threat") && conflict.text.contains("second threat"))
            #expect(try await premises.steps() == steps)
            let merged = try await birch.submit(try conflict.form(path), [("resolve", "merge")])
            #expect(try merged.form(path)["threat"] == "second threat")
            let both = try await birch.submit(try conflict.form(path))
            #expect(both.status == 200)
            #expect(both.text.contains("first threat") && both.text.contains("second threat"))
            #expect(try await premises.steps() == steps + 1)
        }
    }

    @Test("additions never conflict")
    func additions() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            let birch = try await premises.signIn("birch")
            _ = try await premises.open(alder, thread)
            let path = "/report/\(thread.hex)/note"
            let first = try await alder.get(path).form(path)
            let second = try await birch.get(path).form(path)
            _ = try await alder.submit(first, [("note", "note of the first")])
            let both = try await birch.submit(second, [("note", "note of the second")])
            #expect(both.text.contains("note of the first") && both.text.contains("note of the second"))
        }
    }

    @Test("fields that a page does not show change nothing")
    func hidden() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            _ = try await premises.open(alder, thread)
            let page = try await premises.write(
                alder, thread, "note",
                [
                    ("note", "plain"), ("state", "closed"), ("holder", "birch"), ("username", "birch"),
                    ("person", "p2"), ("verb", "decided"),
                ])
            #expect(page.text.contains("held by alder"))
            #expect(page.text.contains("Duty officer alder"))
            #expect(!page.text.contains("birch"))
        }
    }

    @Test(
        "no further action with a reason alone waits for another supervisor, who confirms it or sends it back"
    )
    func noAction() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let cedar = try await premises.signIn("cedar")
            try await premises.triageAndResearch(cedar, thread)
            _ = try await premises.write(cedar, thread, "no-further-action", [("why", "The van belongs to the mill.")])
            #expect(try await cedar.get("/to-sign").reports.isEmpty)
            let dogwood = try await premises.signIn("dogwood")
            #expect(try await dogwood.get("/to-sign").reports == [thread.hex])
            let back = try await premises.write(
                dogwood, thread, "send-back", [("reason", "Look at the register again")])
            #expect(back.text.contains("Sent back"))
            _ = try await premises.write(cedar, thread, "no-further-action", [("why", "Still the mill's own van.")])
            let done = try await premises.write(dogwood, thread, "confirm", [("reason", "")])
            #expect(done.text.contains("decided"))
            #expect(done.text.contains("Look at the register again"))
        }
    }

    @Test("a report from family offers no way to write to the reporter and says who can unlock it")
    func family() async throws {
        try await Premises.open { premises in
            let (locked, open) = (
                try await premises.report("A", ["relation": ["family"]]).thread, try await premises.report("B").thread
            )
            let alder = try await premises.signIn("alder")
            let page = try await premises.open(alder, locked)
            #expect(!page.links.contains("/report/\(locked.hex)/message"))
            #expect(page.text.contains("locked; the source unit decides"))
            #expect(try await premises.open(alder, open).links.contains("/report/\(open.hex)/message"))
            let sent = try await premises.write(alder, open, "message", [("question", "when-last")])
            #expect(sent.text.contains("When did you last see this?"))
            #expect(!sent.links.contains("/report/\(open.hex)/message"))
        }
    }

    @Test("what was taken, put back, handed over or assessed last has an undo, which is a signed step of its own")
    func undo() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            let opened = try await premises.open(alder, thread)
            #expect(!opened.text.contains("Undo:"))
            let back = try await alder.submit(try opened.form("/report/\(thread.hex)/put-back"))
            #expect(back.text.contains("Undo: take it again"))
            let taken = try await alder.submit(try back.form("/report/\(thread.hex)/take"))
            #expect(taken.text.contains("Undo: put it back"))
            let birch = try await premises.signIn("birch")
            #expect(try await !birch.get("/report/\(thread.hex)").text.contains("Undo:"))
            let undone = try await alder.submit(try taken.form("/report/\(thread.hex)/put-back"))
            #expect(undone.text.contains("held by nobody"))
            #expect(try await premises.steps() == 4)
            let assessed = try await premises.write(
                alder, thread, "triage", [("threat", "unclear"), ("risk", "low"), ("gist", "Van at a yard")])
            #expect(assessed.text.contains("Undo: assess again"))
        }
    }
}
