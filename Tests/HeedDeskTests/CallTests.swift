import HeedCasework
import HeedCore
import HeedIntake
import HeedSQL
import HeedVault
import Testing

@testable import HeedDesk

@Suite("A report by telephone", .serialized)
struct CallTests {
    @Test("a call-taker takes one on one page, reads out a code that works, and has no way back to the report")
    func wholeCall() async throws {
        try await Premises.open { premises in
            let iris = try await premises.signIn("iris")
            let page = try await iris.get("/")
            #expect(page.h1 == "Take a call")
            for question in ActivityForm.form.questions {
                #expect(page.html.contains("name=\"\(question.name)\""), "\(question.name)")
            }
            #expect(!page.text.lowercased().contains("caller’s number"))
            let empty = try await iris.submit(try page.form("/call"), [("where", "Old mill"), ("go", "check")])
            #expect(empty.status == 422)
            #expect(try empty.form("/call")["where"] == "Old mill")
            let check = try await iris.submit(
                try empty.form("/call"),
                [("narrative", "Two people with long bags"), ("danger", "yes"), ("go", "check")])
            let code = try #require(check.html.firstRange(of: "data-code").map { check.html[$0.upperBound...] })
            let typed = String(
                Sheet.plain(String(code.prefix { $0 != "\n" })).filter { $0.isLetter || $0.isNumber || $0 == "-" }
                    .prefix(29))
            #expect(try await premises.count("SELECT count(*) FROM thread") == 0)
            let form = try check.form("/call")
            let done = try await iris.submit(form, [("go", "send")])
            #expect(done.h1 == "Handed over")
            #expect(done.html.contains("data-code"))
            let again = try await iris.submit(form, [("go", "send")])
            #expect(again.h1 == "Handed over")
            #expect(try await premises.count("SELECT count(*) FROM item") == 1)

            let alder = try await premises.signIn("alder")
            let queue = try await alder.get("/")
            let thread = try #require(queue.reports.first)
            #expect(queue.text.contains("1 report needs eyes now"))
            let nowhere = try await iris.get("/nothing-of-the-kind")
            #expect(try await iris.get("/report/\(thread)").html == nowhere.html)
            #expect(try await premises.open(alder, RecordID(hex: thread)!).text.contains("By telephone."))
            let reporter = try ReporterCode(typed: typed)
            #expect(try await OpenMailbox(premises.intake).perform(reporter).items.count == 1)
        }
    }

    @Test("asking for danger keeps every word typed")
    func danger() async throws {
        try await Premises.open { premises in
            let iris = try await premises.signIn("iris")
            let page = try await iris.submit(
                try iris.get("/call").form("/call"),
                [("narrative", "half a"), ("who", "a man"), ("sign", "2"), ("go", "danger")])
            let form = try page.form("/call")
            #expect(
                form["narrative"] == "half a" && form["who"] == "a man" && form["sign"] == "2"
                    && form["danger"] == "yes")
            #expect(page.text.contains("Danger is set"))
        }
    }

    @Test("a page that another call-taker sealed, or that was altered, hands nothing over")
    func others() async throws {
        try await Premises.open { premises in
            let iris = try await premises.signIn("iris")
            let check = try await iris.submit(
                try iris.get("/call").form("/call"), [("narrative", "Something"), ("go", "check")])
            let draft = try #require(try check.form("/call")["draft"])
            let page = try await iris.submit(
                try check.form("/call"), [("draft", String(draft.dropLast(4)) + "AAAA"), ("go", "send")])
            #expect(page.h1 == "Take a call")
            #expect(page.text.contains("Check it again"))
            #expect(try await premises.count("SELECT count(*) FROM thread") == 0)
        }
    }
}
