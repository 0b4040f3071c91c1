import HeedCore
import HeedIntake
import HeedKeyring
import HeedLedger
import HeedSQL
import Testing

@testable import HeedDesk

@Suite("Feedback at the desk", .serialized)
struct FeedbackTests {
    private func send(_ words: String, _ premises: Premises) async throws {
        try await SendFeedback(premises.intake).perform(
            Feedback(words: words, found: .partly, language: "en"), form: .random())
    }

    @Test("communications reads the box inert, and marks one or all that were shown as read")
    func reading() async throws {
        try await Premises.open { premises in
            try await send("<script>alert(1)</script> plate \u{202E}ABC", premises)
            try await send("More pictures.", premises)
            let kelp = try await premises.signIn("kelp")
            let page = try await kelp.get("/feedback")
            #expect(page.h1.contains("What people think of the site"))
            #expect(page.says("<script>alert(1)</script> plate ⟦U+202E⟧ABC"))
            #expect(!page.html.contains("<script>alert"))
            #expect(page.says("2 of 500 unread") && page.says("These are not reports"))
            #expect(page.says("in part"))
            let form = try page.form("/feedback")
            let shown = form.fields.filter { $0.0 == "shown" }
            #expect(shown.count == 2)
            let csrf = try #require(form["csrf"])
            let one = try await kelp.post("/feedback", [("csrf", csrf), ("read", shown[0].1)])
            #expect(one.says("Marked as read and erased: 1.") && one.says("1 of 500 unread"))
            let again = try await kelp.post("/feedback", [("csrf", csrf), ("read", shown[0].1)])
            #expect(again.says("somebody else had marked it already"))
            let all = try await kelp.post("/feedback", [("csrf", csrf), ("read", "shown")] + shown)
            #expect(all.says("Marked as read and erased: 1.") && all.says("Nothing unread."))
            #expect(try await premises.count("SELECT count(*) FROM feedback") == 0)
        }
    }

    @Test("a form without the session's token erases nothing")
    func token() async throws {
        try await Premises.open { premises in
            try await send("More pictures.", premises)
            let kelp = try await premises.signIn("kelp")
            let shown = try await kelp.get("/feedback").form("/feedback").fields.filter { $0.0 == "shown" }
            _ = try await kelp.post("/feedback", [("csrf", "0"), ("read", "shown")] + shown)
            #expect(try await premises.count("SELECT count(*) FROM feedback") == 1)
        }
    }

    @Test("whoever has the role and not the key is told so, and reads nothing")
    func noKey() async throws {
        try await Premises.open { premises in
            try await send("MARKER", premises)
            let hash = Staff.enrolled("kelp").certificate.hash
            try await premises.database.write { db in
                _ = try db.execute("DELETE FROM compartment_key WHERE certificate_hash = \(hash)")
            }
            let page = try await premises.signIn("kelp").get("/feedback")
            #expect(page.status == 200 && page.says("You do not hold the key of this box"))
            #expect(!page.html.contains("MARKER"))
        }
    }
}
