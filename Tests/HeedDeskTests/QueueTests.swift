import HeedCore
import Testing

@testable import HeedDesk

@Suite("The queue", .serialized)
struct QueueTests {
    @Test("of four unopened reports the one in danger is first, under Alarm, and the way to it is within six stops")
    func alarm() async throws {
        try await Premises.open { premises in
            for number in 0..<3 { try await premises.report("Report \(number)") }
            let urgent = try await premises.report("Now", inDanger: true).thread
            let alder = try await premises.signIn("alder")
            let queue = try await alder.get("/")
            #expect(queue.reports.count == 4)
            #expect(queue.reports.first == urgent.hex)
            #expect(queue.text.contains("1 report needs eyes now"))
            let stops = queue.html.split(separator: "<a ").dropFirst().prefix(6)
            #expect(stops.contains { $0.contains("href=\"/#group-alarm\"") && $0.contains("Go to it") })
            #expect(queue.html.contains("id=\"group-alarm\""))
        }
    }

    @Test("with 60 open, pages are 50 and 10; a filter's address gives its rows again, and Clear gives 60")
    func sixty() async throws {
        try await Premises.open { premises in
            for number in 0..<60 { try await premises.report("Report \(number)") }
            let alder = try await premises.signIn("alder")
            _ = try await alder.get("/")
            let first = try await alder.get("/")
            #expect(first.reports.count == 50)
            #expect(first.text.contains("1 to 50 of 60"))
            let next = try #require(first.links.first { $0.hasPrefix("/?after=") })
            let second = try await alder.get(next)
            #expect(second.reports.count == 10)
            #expect(Set(first.reports + second.reports).count == 60)
            let opened = RecordID(hex: first.reports[0])!
            _ = try await premises.open(alder, opened)
            let filtered = try await alder.get("/?state=opened&held=me&due=day")
            #expect(filtered.reports == [opened.hex])
            #expect(try await alder.get("/?state=opened&held=me&due=day").reports == filtered.reports)
            #expect(filtered.links.contains("/"))
            #expect(try await alder.get("/").text.contains("of 60"))
            #expect(try await alder.get("/mine").reports == [opened.hex])
            #expect(try await alder.get("/?state=nonsense").text.contains("of 60"))
        }
    }

    @Test("a report that was set aside waits in its own list with the reason, and a person brings it back")
    func setAside() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report("buy followers", signals: [.trap]).thread
            let alder = try await premises.signIn("alder")
            #expect(try await alder.get("/set-aside").reports == [thread.hex])
            let opened = try await premises.open(alder, thread)
            #expect(opened.text.contains("Set aside because a field that people do not see was filled"))
            _ = try await alder.submit(try opened.form("/report/\(thread.hex)/bring-back"))
            #expect(try await alder.get("/set-aside").reports.isEmpty)
            #expect(try await alder.get("/").reports == [thread.hex])
        }
    }

    @Test("what looks like a machine's in a follow-up stands beside it, and the report stays where it is")
    func signsOfAFollowUp() async throws {
        try await Premises.open { premises in
            let (thread, code) = try await premises.report()
            try await premises.followUp("buy followers", code, signals: [.trap])
            let alder = try await premises.signIn("alder")
            #expect(try await alder.get("/set-aside").reports.isEmpty)
            var page = try await premises.open(alder, thread)
            #expect(!page.text.contains("people do not see"))
            page = try await alder.submit(try page.form("/report/\(thread.hex)/open"))
            #expect(page.text.contains("A field that people do not see was filled."))
        }
    }

    @Test("a search is posted: what is sought is in no address, and looking for a person needs a reason")
    func search() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            try await premises.triageAndResearch(alder, thread)
            let form = try await alder.get("/search").form("/search")
            let found = try await alder.submit(form, [("text", "yard")])
            #expect(found.reports == [thread.hex])
            #expect(!found.links.contains { $0.contains("yard") })
            #expect(found.path == "/search")
            let person = try await alder.submit(form, [("text", "yard"), ("person", "yes"), ("reason", "")])
            #expect(person.status == 422)
            #expect(person.reports.isEmpty)
            #expect(try person.form("/search")["text"] == "yard")
            #expect(
                try await alder.submit(form, [("text", "yard"), ("person", "yes"), ("reason", "threat to life")])
                    .reports == [thread.hex])
            #expect(try await alder.get("/search?text=yard").reports.isEmpty)
        }
    }

    @Test("with nothing to do the queue says so, and when to look again")
    func empty() async throws {
        try await Premises.open { premises in
            let alder = try await premises.signIn("alder")
            #expect(try await alder.get("/").text.contains("Nothing needs you now."))
        }
    }
}
