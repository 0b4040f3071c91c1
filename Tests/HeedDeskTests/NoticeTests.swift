import HeedCasework
import HeedContent
import HeedCore
import HeedSQL
import HeedStore
import HeedTestKit
import HeedWeb
import Testing

@testable import HeedDesk

@Suite("Notices at the desk", .serialized)
struct NoticeTests {
    /// A public site that says at once that it shows the last change.
    private func withPublicSite(_ premises: Premises, _ body: () async throws -> Void) async throws {
        let site = Task {
            while !Task.isCancelled {
                try? await premises.database.write { db in try db.noteBulletinShown(db.bulletinVersion()) }
                try? await Task.sleep(for: .milliseconds(20))
            }
        }
        defer { site.cancel() }
        try await body()
    }

    private func typed(_ premises: Premises, kind: String = "incident") -> [(String, String)] {
        let now = Instant(milliseconds: premises.time.milliseconds)
        return [
            ("kind", kind), ("start", LocalMoment.field(now)), ("end", LocalMoment.field(now + 3_600)),
            ("title-en", "Marker <b>title</b>"), ("text-en", "First & words.\r\n\r\nSecond."),
            ("act-en", kind == "incident" ? "Stay away" : ""),
        ]
    }

    @Test("communications lands on the notices, previews exactly what is shown, publishes it and takes it back")
    func whole() async throws {
        try await Premises.open { premises in
            let kelp = try await premises.signIn("kelp")
            let list = try await kelp.get("/")
            #expect(list.path == "/notices" && list.h1 == "Notices" && list.links.contains("/notices/new"))
            let page = try await kelp.get("/notices/new")
            #expect(!page.html.contains("value=\"publish\""), "nothing is published that nobody has previewed")
            let preview = try await kelp.submit(page.form("/notices/new"), typed(premises) + [("go", "preview")])
            #expect(preview.status == 200)
            let locales = try ContentFolder.locate("Locales", of: "HeedContent")
            let words = try Catalogue.load(directories: [locales]).first
            let rules = premises.desk.settings.notices
            let languages = NoticeLanguages(try Catalogue.load(directories: [locales]), rules)
            let form = NoticeForm(FormBody(typed(premises).map { (name: $0.0, value: $0.1) }), languages)
            let notice = try #require(rules.notice(form.draft, id: .random(), version: 0))
            let shown = NoticeWriter(words, first: words.language, name: "alert-en").write([notice])
            #expect(preview.html.contains(shown.html), "the preview is the markup of the public site")
            #expect(preview.text.contains("Marker <b>title</b>"), "as words")
            #expect(try await premises.count("SELECT count(*) FROM notice") == 0)
            try await withPublicSite(premises) {
                let done = try await kelp.submit(preview.form("/notices/new"), [("go", "publish")])
                #expect(done.path == "/notices" && done.text.contains("Stands now"))
                #expect(done.text.contains("Seen on the public site "))
                let taken = try await kelp.submit(done.form("/notices/withdraw"))
                #expect(taken.text.contains("Withdrawn") && !taken.hasForm("/notices/withdraw"))
                #expect(try await premises.count("SELECT count(*) FROM notice_withdrawal") == 1)
            }
        }
    }

    @Test("bad input says what to mend, and loses nothing that was typed")
    func bad() async throws {
        try await Premises.open { premises in
            let kelp = try await premises.signIn("kelp")
            let page = try await kelp.get("/notices/new")
            let wrong = try await kelp.submit(
                page.form("/notices/new"),
                [("start", "tomorrow"), ("title-en", "My title"), ("text-en", "\n one\ntwo"), ("go", "publish")])
            #expect(wrong.status == 422)
            for words in ["Choose a kind.", "Say from when", "Say until when"] { #expect(wrong.text.contains(words)) }
            let form = try wrong.form("/notices/new")
            #expect(form["start"] == "tomorrow" && form["title-en"] == "My title" && form["text-en"] == "\n one\ntwo")
            #expect(try await premises.count("SELECT count(*) FROM notice") == 0)
        }
    }

    @Test("words that changed after the preview are previewed again, not published")
    func changed() async throws {
        try await Premises.open { premises in
            let kelp = try await premises.signIn("kelp")
            let page = try await kelp.get("/notices/new")
            let preview = try await kelp.submit(page.form("/notices/new"), typed(premises) + [("go", "preview")])
            let again = try await kelp.submit(
                preview.form("/notices/new"), [("text-en", "Other words"), ("go", "publish")])
            #expect(again.text.contains("changed after the preview") && again.text.contains("Other words"))
            #expect(try await premises.count("SELECT count(*) FROM notice") == 0)
            try await withPublicSite(premises) {
                _ = try await kelp.submit(again.form("/notices/new"), [("go", "publish")])
            }
            #expect(try await premises.count("SELECT count(*) FROM notice") == 1)
        }
    }

    @Test("what was being written comes back after the lock")
    func lock() async throws {
        try await Premises.open { premises in
            let kelp = try await premises.signIn("kelp")
            let form = try await kelp.get("/notices/new").form("/notices/new")
            let fields = form.fields.filter { $0.0 != "title-en" } + [("title-en", "Half a title")]
            let locked = try await kelp.post("/lock", fields)
            let back = try await kelp.submit(try locked.form("/sign-in/unlock"), premises.credentials("kelp"))
            #expect(try back.form("/notices/new")["title-en"] == "Half a title")
        }
    }

    @Test("where no public site answers, the page says that nobody has seen it yet")
    func unseen() async throws {
        try await Premises.open { premises in
            let kelp = try await premises.signIn("kelp")
            let page = try await kelp.get("/notices/new")
            let preview = try await kelp.submit(page.form("/notices/new"), typed(premises) + [("go", "preview")])
            let done = try await kelp.submit(preview.form("/notices/new"), [("go", "publish")])
            #expect(done.text.contains("has not shown the last change yet") && !done.text.contains("Seen on"))
        }
    }

    @Test("the threat level is set with its day, says what is wrong with it, and goes stale")
    func threat() async throws {
        try await Premises.open { premises in
            let kelp = try await premises.signIn("kelp")
            try await withPublicSite(premises) {
                let list = try await kelp.get("/notices")
                #expect(list.text.contains("No level is shown."))
                let form = try list.form("/notices/threat")
                for (level, day) in [("", "2027-01-18"), ("severe", "someday"), ("severe", "2099-01-01")] {
                    let wrong = try await kelp.submit(form, [("level", level), ("as_of", day)])
                    #expect(wrong.status == 422 && wrong.html.contains("value=\"\(day)\""), "\(level) \(day)")
                    #expect(level.isEmpty || wrong.html.contains("<option value=\"severe\" selected>"))
                }
                let today = CalendarDay(Instant(milliseconds: premises.time.milliseconds))
                let set = try await kelp.submit(form, [("level", "severe"), ("as_of", today.iso)])
                #expect(set.text.contains("Shown: Severe, as of \(today.iso)."))
                // Sessions end long before: it is the page that is asked, by somebody who has signed in again.
                premises.time.advance(seconds: 14 * 86_400)
                let later = try await premises.signIn("kelp")
                #expect(try await later.get("/notices").text.contains("No longer shown: Severe"))
            }
        }
    }
}
