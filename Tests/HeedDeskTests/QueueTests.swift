import HeedCore
import HeedTestKit
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
            for number in 0..<60 { try await premises.report(Unlike.words(number)) }
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

    @Test("forty alike are one line; 25 are opened for one reason, each signed; one is shown whole, and what differs")
    func flood() async throws {
        try await Premises.open { premises in
            let post = "They are all doing it in the old mill by the river, send this to the police"
            for number in 0..<40 { try await premises.report(number % 2 == 0 ? post + " <b>today</b>" : post) }
            let urgent = try await premises.report(post, inDanger: true).thread
            let alder = try await premises.signIn("alder")
            let queue = try await alder.get("/")
            #expect(queue.reports == [urgent.hex])
            #expect(queue.text.contains("40 much alike (") && queue.text.contains("Lines 1 to 2 of 2, for 41 reports"))
            #expect(queue.text.contains("Unopened (40)") && !queue.text.contains("mill"))
            #expect(queue.links.contains("/?each=yes"))
            let each = try await alder.get("/?each=yes")
            #expect(Set(each.reports).count == 41 && each.reports.first == urgent.hex)
            let address = try #require(queue.links.first { $0.hasPrefix("/alike/") })
            let closed = try await alder.get(address)
            #expect(closed.reports == [urgent.hex])
            #expect(!closed.text.contains("mill") && closed.text.contains("Copies of one post corroborate nothing"))
            let form = try closed.form(address)
            #expect(form.fields.count { $0.0 == "report" } == 25)
            let refused = try await alder.submit(form)
            #expect(refused.status == 422)
            #expect(try await premises.steps() == 0)
            let read = try await alder.submit(form, [("reason", "One post, copied")])
            #expect(read.status == 200)
            #expect(try await premises.steps() == 25)
            #expect(read.text.contains(post) && read.text.contains("The same, word for word."))
            #expect(read.text.contains("15 reports that nobody has opened"))
            #expect(!read.html.contains("<b>today") && read.says("<b>today</b>"))
            let twice = try await alder.submit(form, [("reason", "One post, copied")])
            #expect(twice.status == 409)
            #expect(try twice.form(address)["reason"] == "One post, copied")
            #expect(try await premises.steps() == 25)
            let held = try await alder.get("/mine")
            #expect(held.reports.count == 25)
            let one = try await alder.get("/report/\(held.reports[0])")
            #expect(one.text.contains("One post, copied"))
            #expect(try await premises.signIn("fir").get(address).status == 404)
        }
    }

    @Test("what differs is every word between what two texts begin and end with")
    func difference() {
        #expect(Difference.between("a b c d", "a x c d") == ("b", "x"))
        #expect(Difference.between("a b", "a b c") == ("", "c"))
        #expect(Difference.between("a a", "a") == ("a", ""))
        #expect(Difference.between("one\ntwo", "one two") == ("one\ntwo", "one two"))
        #expect(Difference.between("e\u{301}", "\u{e9}") == ("e\u{301}", "\u{e9}"))
        #expect(Difference.between("same", "same") == ("", ""))
    }

    @Test("what comes while somebody reads on shifts no row: the page says how many are new, with a link to them")
    func newer() async throws {
        try await Premises.open { premises in
            for number in 0..<60 { try await premises.report(Unlike.words(number)) }
            let alder = try await premises.signIn("alder")
            let first = try await alder.get("/")
            let next = try #require(first.links.first { $0.hasPrefix("/?after=") })
            let second = try await alder.get(next)
            #expect(second.reports.count == 10 && !second.text.contains("new: show"))
            premises.time.advance(seconds: 1)
            let urgent = try await premises.report(Unlike.words(61), inDanger: true).thread
            try await premises.report(Unlike.words(62))
            let again = try await alder.get(next)
            #expect(Array(again.reports.prefix(10)) == second.reports)
            #expect(again.text.contains("2 new: show") && again.links.contains("/"))
            #expect(!again.reports.contains(urgent.hex))
            let shown = try await alder.get("/")
            #expect(shown.reports.first == urgent.hex && !shown.text.contains("new: show"))
        }
    }
}
