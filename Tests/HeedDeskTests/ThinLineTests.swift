import HeedCore
import Testing

@testable import HeedDesk

@Suite("From sign-in to a closed report", .serialized)
struct ThinLineTests {
    @Test("a report goes from the queue through two officers' signatures to closed, with nothing but forms")
    func wholeLine() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            let queue = try await alder.get("/")
            #expect(queue.status == 200)
            #expect(queue.reports == [thread.hex])
            let opened = try await alder.submit(try queue.form("/report/\(thread.hex)/open"))
            #expect(opened.text.contains("A grey van stops behind the mill every night."))
            _ = try await premises.write(
                alder, thread, "triage", [("threat", "unclear"), ("risk", "low"), ("gist", "Van at a yard")])
            let before = try await alder.get("/report/\(thread.hex)")
            #expect(!before.links.contains("/report/\(thread.hex)/propose"))
            #expect(before.text.contains("Propose action: a research record."))
            #expect(before.links.contains("/report/\(thread.hex)/research"))
            let researched = try await premises.write(
                alder, thread, "research",
                [("system", "vehicle register"), ("sought", "the plate"), ("result", "nothing")])
            #expect(researched.links.contains("/report/\(thread.hex)/propose"))
            let proposed = try await premises.propose("alder", alder, thread)
            #expect(proposed.text.contains("action proposed"))

            let cedar = try await premises.signIn("cedar")
            #expect(try await cedar.get("/to-sign").reports == [thread.hex])
            let asked = try await cedar.get("/sign-in/\(thread.hex)/authorise")
            #expect(asked.text.contains("Visit the yard within 48 h"))
            #expect(asked.text.contains("verb authorised"))
            let authorised = try await cedar.submit(
                try asked.form("/sign-in/\(thread.hex)/authorise"), premises.credentials("cedar"))
            #expect(authorised.text.contains("action authorised"))

            let decided = try await premises.write(
                alder, thread, "decide",
                [
                    ("outcome", "action-taken"), ("why", "The yard was visited."), ("powers", "consent"),
                    ("options", "a letter; rejected as slow"),
                ])
            #expect(decided.text.contains("decided"))
            let closed = try await alder.submit(try decided.form("/report/\(thread.hex)/close"))
            #expect(closed.text.contains("closed"))
            #expect(closed.text.contains("signature verifies"))
            #expect(try await alder.get("/").reports == [])
        }
    }
}
