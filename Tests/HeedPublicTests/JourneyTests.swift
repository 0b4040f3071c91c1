import HTTPTypes
import HeedCore
import HeedVault
import Testing

@testable import HeedPublic

/// The way from the first page to the receipt. Numbers are the scenarios of the public journey's design.
@Suite struct JourneyTests {
    @Test func `J01 four pages lead from start to receipt and one word is enough`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let start = try await visitor.get("/report")
            let words = try await visitor.press("danger=no", on: start)
            let check = try await visitor.press("go=skip", on: words, ["narrative": ["x"]])
            let sent = try await visitor.press("go=send", on: check)
            #expect([start, words, check, sent].allSatisfy { $0.status == .ok })
            #expect(
                [start, words, check, sent].map(\.heading) == [
                    "Before you start", "What did you see or hear?", "Check, then send", "We have your report",
                ])
            let reports = stage.with { $0.reports }
            #expect(reports.count == 1)
            #expect(reports.first?.answers.text("narrative") == "x")
            #expect(reports.first?.answers.contactMode == .code)
        }
    }

    @Test func `J02 the long way without an answer is at most six pages and each can be skipped`() async throws {
        try await Stage().visit { visitor in
            var page = try await visitor.press("go=on", on: visitor.toWords(), ["narrative": ["x"]])
            var passed = 0
            while page.code == nil {
                #expect(page.buttons.contains { $0.value == "skip" })
                #expect(page.buttons.first?.value == "on", "J13: Enter goes forward")
                page = try await visitor.press("go=on", on: page)
                passed += 1
                try #require(passed <= 6)
            }
            #expect(page.heading == "Check, then send")
            #expect(page.text.contains("Not given"))
        }
    }

    @Test func `J03 the code before sending is the code after, and opens the messages`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let check = try await visitor.toCheck("x")
            let sent = try await visitor.press("go=send", on: check)
            let code = try #require(check.code)
            #expect(sent.code == code)
            #expect(code.split(separator: "-").map(\.count) == [4, 4, 4, 4, 4, 4])
            let messages = try await visitor.press("go=on", on: visitor.get("/return"), ["code": [code.lowercased()]])
            #expect(messages.heading == "Your messages")
            #expect(messages.text.contains("Received"))
        }
    }

    @Test func `danger shows the emergency number first, and is told with the report`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let danger = try await visitor.press("danger=yes", on: visitor.get("/report"))
            #expect(danger.heading == "Call 999 now")
            #expect(danger.document.all("a").contains { $0.attributes["href"] == "tel:999" })
            let words = try await visitor.press("go=on", on: danger)
            let check = try await visitor.press("go=skip", on: words, ["narrative": ["smoke"]])
            #expect(check.text.contains("may be in danger"))
            _ = try await visitor.press("go=send", on: check)
            #expect(stage.with { $0.reports.first?.inDanger } == true)
        }
    }

    @Test(arguments: ["", " \n\t ", "\u{200B}\u{FEFF}"])
    func `J10 an empty account is answered 422 with a summary that leads to the box`(typed: String) async throws {
        try await Stage().visit { visitor in
            let page = try await visitor.press("go=on", on: visitor.toWords(), ["narrative": [typed]])
            #expect(page.status == .unprocessableContent)
            #expect(page.title.hasPrefix("Error:"))
            let note = try #require(page.document.withID("note"))
            #expect(note.attributes["tabindex"] == "-1" && note.attributes["autofocus"] != nil)
            #expect(page.action.hasSuffix("#note"))
            #expect(page.document.all("a").contains { $0.attributes["href"] == "#narrative" })
            let box = try #require(page.document.withID("narrative"))
            #expect(box.attributes["aria-invalid"] == "true")
            let described = try #require(box.attributes["aria-describedby"]).split(separator: " ").map(String.init)
            #expect(described == ["narrative-hint", "narrative-problem"])
            #expect(described.allSatisfy { page.document.withID($0) != nil })
        }
    }

    @Test func `J14 change leads back to the check page with every answer intact`() async throws {
        try await Stage().visit { visitor in
            var page = try await visitor.press("go=on", on: visitor.toWords(), ["narrative": ["Boxes moved at night"]])
            let answers = ["where": "the old mill", "who": "two adults", "things": "a van", "worry": "why at night"]
            while page.code == nil {
                let here = answers.filter { page.field($0.key) != nil }
                page = try await visitor.press("go=on", on: page, here.mapValues { [$0] })
            }
            let changes = page.buttons.filter { $0.value.hasPrefix("change-") }
            #expect(changes.count == 6)
            #expect(Set(changes.map(\.words)).count == changes.count, "J22: their names differ")
            for change in changes {
                let changing = try await visitor.press("go=\(change.value)", on: page)
                page = try await visitor.press("go=on", on: changing)
                #expect(page.heading == "Check, then send")
                for text in answers.values { #expect(page.text.contains(text)) }
            }
        }
    }

    @Test func `J15 choosing anonymous takes the contact details back and says so`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let hearing = try await visitor.press("go=change-hearing", on: visitor.toCheck("x"))
            let reach = try await visitor.press("go=on", on: hearing, ["contact": ["details"]])
            let refused = try await visitor.press("go=on", on: reach, ["reach_safe": ["evenings"]])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.field("reach_safe") == "evenings")
            let check = try await visitor.press("go=on", on: refused, ["reach": ["07700 900456"], "reach_safe": [""]])
            #expect(check.text.contains("07700 900456"))
            let again = try await visitor.press("go=change-hearing", on: check)
            let without = try await visitor.press("go=on", on: again, ["contact": ["none"]])
            #expect(!without.markup.contains("900456"))
            #expect(without.text.contains("Anonymous"))
            #expect(without.text.contains("The contact details you gave are gone"))
            _ = try await visitor.press("go=send", on: without)
            let sent = try #require(stage.with { $0.reports.first })
            #expect(sent.answers.contactMode == .none && !sent.answers.isAnyContactGiven)
        }
    }

    @Test func `leaving Hearing from us by Skip does not lose the question how: Send asks it`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let hearing = try await visitor.press("go=change-hearing", on: visitor.toCheck("seen once"))
            let check = try await visitor.press("go=skip", on: hearing, ["contact": ["details"]])
            #expect(check.heading == "Check, then send")
            let asked = try await visitor.press("go=send", on: check)
            #expect(asked.status == .unprocessableContent && asked.fields.contains { $0.0 == "reach" })
            #expect(stage.with { $0.reports.isEmpty })
            let stubborn = try await visitor.press("go=skip", on: asked)
            #expect(stubborn.status == .unprocessableContent)
            let told = try await visitor.press("go=on", on: stubborn, ["reach": ["07700 900456"]])
            #expect(told.text.contains("seen once"))
            _ = try await visitor.press("go=send", on: told)
            #expect(stage.with { $0.reports.first?.answers.text("reach") } == "07700 900456")
        }
    }

    @Test func `J16 the same form sent twice shows the same page`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let check = try await visitor.toCheck("once")
            let first = try await visitor.press("go=send", on: check)
            let second = try await visitor.press("go=send", on: check)
            #expect(first.heading == second.heading && first.code == second.code)
            #expect(stage.with { $0.reports.count } == 1)
            let other = try await visitor.press("go=change-words", on: check)
            let changed = try await visitor.press("go=on", on: other, ["narrative": ["other words"]])
            let added = try await visitor.press("go=send", on: changed)
            #expect(added.heading == "Added to your report")
            #expect(added.code == first.code)
        }
    }

    @Test func `R25 an unticked box shows the code once more, and then it is gone`() async throws {
        try await Stage().visit { visitor in
            let sent = try await visitor.press("go=send", on: visitor.toCheck("x"))
            let again = try await visitor.press("go=finish", on: sent)
            #expect(again.code == sent.code)
            #expect(again.text.contains("Have you kept your code?"))
            let finished = try await visitor.press("go=finish", on: again)
            #expect(finished.heading == "You can close this page" && finished.code == nil)
            #expect(finished.headers[HTTPField.Name("Clear-Site-Data")!] == "\"cache\"")
            let ticked = try await visitor.press("go=finish", on: sent, ["kept": ["yes"]])
            #expect(ticked.heading == "You can close this page")
        }
    }

    @Test func `J22 the check page reads in order: nothing sent, code, answers, send`() async throws {
        try await Stage().visit { visitor in
            let check = try await visitor.toCheck("A rented van")
            let code = try #require(check.code)
            let main = check.markup
            let places = [
                "<h1>", "Nothing has been sent", "data-code", "A rented van",
                "class=\"main\" name=\"go\" value=\"send\"",
            ]
            .compactMap { main.firstRange(of: $0)?.lowerBound }
            #expect(places.count == 5 && places == places.sorted())
            #expect(check.buttons.first?.value == "send")
            #expect(code.count == 29)
            #expect(check.text.contains("Not answered"))
        }
    }

    @Test func `a report without any wish to be heard from shows the code below Send, never hides it`() async throws {
        try await Stage().visit { visitor in
            let hearing = try await visitor.press("go=change-hearing", on: visitor.toCheck("x"))
            let check = try await visitor.press("go=on", on: hearing, ["contact": ["none"]])
            #expect(check.code != nil)
            let code = try #require(check.markup.firstRange(of: "data-code")).lowerBound
            let send = try #require(check.markup.firstRange(of: "class=\"main\" name=\"go\" value=\"send\"")).lowerBound
            #expect(send < code)
            #expect(check.text.contains("You need not keep this"))
        }
    }

    @Test func `a sign of the guidance page arrives ticked, and anything else does not`() async throws {
        try await Stage().visit { visitor in
            let words = try await visitor.press("danger=no", on: visitor.get("/report?s=3"))
            let kind = try await visitor.press("go=on", on: words, ["narrative": ["x"]])
            #expect(kind.fields.filter { $0.0 == "sign" }.map(\.1) == ["3"])
            let odd = try await visitor.press("danger=no", on: visitor.get("/report?s=%3Cscript%3E"))
            let none = try await visitor.press("go=on", on: odd, ["narrative": ["x"]])
            #expect(!none.fields.contains { $0.0 == "sign" })
        }
    }

    @Test func `fields that a page does not have change nothing`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let check = try await visitor.toCheck("the words")
            let sent = try await visitor.press(
                "go=send", on: check,
                ["narrative": ["other"], "danger": ["yes"], "contact": ["details"], "reach": ["x"], "wake": ["1"]])
            #expect(sent.code == check.code)
            let report = try #require(stage.with { $0.reports.first })
            #expect(report.answers.text("narrative") == "the words" && !report.inDanger)
            #expect(!report.answers.isAnyContactGiven)
        }
    }
}
