import HeedCore
import Testing

@testable import HeedDesk

@Suite("Two people", .serialized)
struct SigningTests {
    @Test(
        "one's own proposal has no passphrase field, and a posted authorisation changes nothing, under either account"
    )
    func own() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            try await premises.triageAndResearch(alder, thread)
            _ = try await premises.propose("alder", alder, thread)
            let elder = try await premises.signIn("elder")
            let path = "/sign-in/\(thread.hex)/authorise"
            let page = try await elder.get(path)
            #expect(page.status == 200)
            #expect(!page.html.contains("name=\"passphrase\""))
            #expect(page.text.contains("another person must"))
            let csrf = try #require(page.forms.first?["csrf"])
            let steps = try await premises.steps()
            for statement in ["", String(repeating: "0", count: 64)] {
                let posted = try await elder.post(
                    path, [("csrf", csrf), ("version", "4"), ("statement", statement)] + premises.credentials("elder"))
                #expect(!posted.text.contains("action authorised"))
            }
            #expect(try await premises.steps() == steps)
            #expect(try await elder.get("/to-sign").reports.isEmpty)
        }
    }

    @Test("a follow-up between propose and authorise has to be opened and read before there is a statement to sign")
    func changed() async throws {
        try await Premises.open { premises in
            let (thread, code) = try await premises.report()
            let alder = try await premises.signIn("alder")
            try await premises.triageAndResearch(alder, thread)
            _ = try await premises.propose("alder", alder, thread)
            try await premises.followUp("They have moved it to the other yard.", code)
            let cedar = try await premises.signIn("cedar")
            let path = "/sign-in/\(thread.hex)/authorise"
            let unopened = try await cedar.get(path)
            #expect(unopened.text.contains("Changed since proposed"))
            #expect(!unopened.html.contains("name=\"passphrase\""))
            let report = try await alder.get("/report/\(thread.hex)")
            _ = try await alder.submit(try report.form("/report/\(thread.hex)/open"))
            let shown = try await cedar.get(path)
            #expect(shown.text.contains("They have moved it to the other yard."))
            #expect(!shown.html.contains("name=\"passphrase\""))
            let signed = try await cedar.submit(try cedar.get(path).form(path), premises.credentials("cedar"))
            #expect(signed.text.contains("Action authorised"))
        }
    }

    @Test("a refusal with its reason stays in the timeline after a second proposal is authorised")
    func refusalStays() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            try await premises.triageAndResearch(alder, thread)
            _ = try await premises.propose("alder", alder, thread)
            let cedar = try await premises.signIn("cedar")
            let path = "/sign-in/\(thread.hex)/authorise"
            let page = try await cedar.get(path)
            let refused = try await cedar.submit(
                try page.form("/report/\(thread.hex)/refuse"), [("reason", "Too early, ask the mill")])
            #expect(refused.text.contains("Action refused"))
            _ = try await premises.propose("alder", alder, thread)
            let done = try await cedar.submit(try cedar.get(path).form(path), premises.credentials("cedar"))
            #expect(done.text.contains("Action authorised"))
            #expect(done.text.contains("Too early, ask the mill"))
        }
    }

    @Test("wrong credentials sign nothing, keep what was written, and show the statement again")
    func wrong() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            try await premises.triageAndResearch(alder, thread)
            let path = "/sign-in/\(thread.hex)/propose"
            let written = try await alder.get("/report/\(thread.hex)/propose").form(path)
            let missing = try await alder.submit(written, [("act", "Visit")])
            #expect(missing.status == 422)
            #expect(try missing.form(path)["act"] == "Visit")
            let fields = [("act", "Visit the yard"), ("why", "To see"), ("research", "3")]
            let shown = try await alder.submit(written, fields)
            #expect(shown.text.contains("verb proposed"))
            let steps = try await premises.steps()
            let again = try await alder.submit(
                try shown.form(path), [("passphrase", "wrong"), ("secret_code", ""), ("totp", "123456")])
            #expect(again.status == 422)
            #expect(again.text.contains("Nothing was signed"))
            #expect(try again.form(path)["act"] == "Visit the yard")
            #expect(try await premises.steps() == steps)
            let done = try await alder.submit(try again.form(path), premises.credentials("alder"))
            #expect(done.text.contains("action proposed"))
            #expect(try await premises.steps() == steps + 1)
        }
    }

    @Test("acting first is signed, then ratified by another person")
    func actFirst() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report(inDanger: true).thread
            let alder = try await premises.signIn("alder")
            _ = try await premises.open(alder, thread)
            let path = "/sign-in/\(thread.hex)/act-first"
            let written = try await alder.get("/report/\(thread.hex)/act-first").form(path)
            let shown = try await alder.submit(written, [("act", "Patrol sent"), ("why", "Bags carried in now")])
            let acted = try await alder.submit(try shown.form(path), premises.credentials("alder"))
            #expect(acted.text.contains("acted first, to ratify"))
            let cedar = try await premises.signIn("cedar")
            let ratify = "/sign-in/\(thread.hex)/ratify"
            let done = try await cedar.submit(try cedar.get(ratify).form(ratify), premises.credentials("cedar"))
            #expect(done.text.contains("Ratified"))
        }
    }

    @Test("opening is signed once: of two officers one holds it, and the other is told")
    func opening() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report("The marker is zebra crossing.", inDanger: true).thread
            let alder = try await premises.signIn("alder")
            let birch = try await premises.signIn("birch")
            let unopened = try await alder.get("/report/\(thread.hex)")
            #expect(
                unopened.forms.filter { $0.action.hasPrefix("/report/") }.map(\.action) == [
                    "/report/\(thread.hex)/open"
                ])
            #expect(!unopened.html.contains("zebra"))
            #expect(try await premises.steps() == 0)
            let other = try await birch.get("/report/\(thread.hex)").form("/report/\(thread.hex)/open")
            let opened = try await alder.submit(try unopened.form("/report/\(thread.hex)/open"))
            #expect(opened.text.contains("zebra"))
            let late = try await birch.submit(other)
            #expect(late.status == 409)
            #expect(late.text.contains("Opened by another officer."))
            #expect(late.text.contains("held by alder"))
            #expect(try await premises.steps() == 1)
        }
    }
}
