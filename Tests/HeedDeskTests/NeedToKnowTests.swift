import HTTPTypes
import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import Testing

@testable import HeedDesk

@Suite("Who sees what", .serialized)
struct NeedToKnowTests {
    /// A route's address with a report in it.
    private func address(_ route: DeskRoute, _ thread: RecordID) -> String {
        route.path.replacing("{thread}", with: thread.hex)
    }

    @Test("to every role, an address that is not its own answers the bytes of one that was never there")
    func matrix() async throws {
        try await Premises.open { premises in
            var threads: [ReportKind: RecordID] = [:]
            for (kind, name) in [(ReportKind.activity, "alder"), (.prevent, "fir"), (.protect, "juniper")] {
                threads[kind] = try await premises.report(kind: kind).thread
                _ = try await premises.open(try await premises.signIn(name), threads[kind]!)
            }
            for (name, _, role) in Staff.people where name != "elder" {
                let kind: ReportKind = role == .prevent ? .prevent : role == .protect ? .protect : .activity
                let thread = threads[kind]!
                let browser = try await premises.signIn(name)
                let nowhere = try await browser.get("/nothing-of-the-kind")
                #expect(nowhere.status == 404)
                let csrf = try #require(try await browser.get("/").forms.first?["csrf"])
                for route in DeskRoutes.matrix where !route.access.roles.contains(role) {
                    let answer =
                        route.method == .get
                        ? try await browser.get(address(route, thread))
                        : try await browser.post(address(route, thread), [("csrf", csrf), ("version", "1")])
                    #expect(answer.status == 404, "\(role) \(route.method) \(route.path)")
                    #expect(answer.html == nowhere.html, "\(role) \(route.method) \(route.path)")
                }
                for route in DeskRoutes.matrix where route.method == .get && route.access.roles.contains(role) {
                    // Of sources, and of surveys, only who holds that key: nobody here was certified for surveys.
                    let isSourceOnly = route.page == .contact && role == .officer || route.page == .surveys
                    let answer = try await browser.get(address(route, thread))
                    #expect(
                        answer.status == (isSourceOnly || isOf(route.page, another: kind) ? 404 : 200),
                        "\(role) \(route.path)")
                }
            }
        }
    }

    /// A step that the report's kind does not know is answered as one that was never there, to whoever it may be.
    private func isOf(_ page: DeskPage, another kind: ReportKind) -> Bool {
        switch page {
        case .write(let verb), .statement(let verb): kind.workflow.rule(for: verb) == nil
        default: false
        }
    }

    @Test("a report of a compartment whose key an officer does not hold was never there: page, queue, search, steps")
    func otherCompartment() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report("The marker is zebra crossing.", inDanger: true).thread
            let holder = try await premises.signIn("alder")
            let outsider = Staff.enrolled("birch").certificate.hash
            try await premises.database.write { db in
                _ = try db.execute("DELETE FROM compartment_key WHERE certificate_hash = \(outsider)")
            }
            let held = try await holder.get("/")
            #expect(held.reports == [thread.hex])
            let other = try await premises.signIn("birch")
            let queue = try await other.get("/")
            #expect(queue.reports.isEmpty)
            #expect(!queue.text.contains("needs eyes now"))
            let csrf = try #require(queue.forms.first?["csrf"])
            let random = RecordID.random()
            let nowhere = try await other.get("/nothing-of-the-kind")
            for page in ["", "/triage", "/propose"] {
                let real = try await other.get("/report/\(thread.hex)\(page)")
                #expect(real.status == 404)
                #expect(real.html == (try await other.get("/report/\(random.hex)\(page)")).html)
                #expect(real.html == nowhere.html)
            }
            let steps = try await premises.steps()
            for slug in ["open", "note", "triage"] {
                let fields = [
                    ("csrf", csrf), ("version", "0"), ("note", "x"), ("threat", "x"), ("risk", "x"), ("gist", "x"),
                ]
                let real = try await other.post("/report/\(thread.hex)/\(slug)", fields)
                #expect(real.html == (try await other.post("/report/\(random.hex)/\(slug)", fields)).html)
                #expect(real.status == 404)
            }
            #expect(try await premises.steps() == steps)
        }
    }

    @Test("what is no report's address answers as one that was never given out")
    func odd() async throws {
        try await Premises.open { premises in
            let browser = try await premises.signIn("alder")
            let nowhere = try await browser.get("/nothing-of-the-kind")
            for path in [
                "/report/xyz", "/report/\(RecordID.random().hex)", "/report/1/triage", "/sign-in/xyz/authorise",
                "/audit", "/health", "/call",
            ] {
                #expect(try await browser.get(path).html == nowhere.html, "\(path)")
            }
        }
    }

    @Test("no GET of any address takes a step or moves a report, for any role")
    func getChangesNothing() async throws {
        try await Premises.open { premises in
            let open = try await premises.report().thread
            let fresh = try await premises.report("Another one, unopened.", inDanger: true).thread
            let alder = try await premises.signIn("alder")
            try await premises.triageAndResearch(alder, open)
            _ = try await premises.propose("alder", alder, open)
            let state = {
                [
                    try await premises.steps(), try await premises.count("SELECT sum(version) FROM thread"),
                    try await premises.count("SELECT count(*) FROM thread WHERE wake = 1"),
                ]
            }
            let before = try await state()
            for (name, _, role) in Staff.people {
                let browser = try await premises.signIn(name)
                for route in DeskRoutes.matrix where route.method == .get && route.access.roles.contains(role) {
                    for thread in [open, fresh] { _ = try await browser.get(address(route, thread)) }
                }
            }
            #expect(try await state() == before)
        }
    }

    @Test(
        "R49: contact details open to a supervisor with a reason and a fresh proof, on their own page; an officer has none"
    )
    func contact() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report(
                "A van.", ["contact": ["details"], "reach": ["07700 900123"], "relation": ["neighbour"]]
            ).thread
            let alder = try await premises.signIn("alder")
            let report = try await premises.open(alder, thread)
            #expect(!report.html.contains("07700"))
            let nowhere = try await alder.get("/nothing-of-the-kind")
            #expect(try await alder.get("/sign-in/\(thread.hex)/contact").html == nowhere.html)
            let cedar = try await premises.signIn("cedar")
            let ask = try await cedar.get("/sign-in/\(thread.hex)/contact").form("/sign-in/\(thread.hex)/contact")
            let missing = try await cedar.submit(ask, [("purpose", "danger")])
            #expect(missing.status == 422)
            #expect(!missing.html.contains("07700"))
            let typed = [("purpose", "danger"), ("reason", "Caller is being followed")]
            let unproved = try await cedar.submit(ask, typed)
            #expect(unproved.status == 422 && unproved.text.contains("Nothing was opened"))
            #expect(unproved.text.contains("Caller is being followed") && !unproved.html.contains("07700"))
            let shown = try await cedar.submit(ask, typed + premises.credentials("cedar"))
            #expect(shown.text.contains("07700 900123"))
            #expect(shown.html.contains("class=\"noprint\""))
            #expect(shown.headers[.init("Refresh")!] == "900; url=/report/\(thread.hex)")
        }
    }

    @Test("an auditor sees who did what on which handle, and no word of a report; a row changed in the store is named")
    func audit() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report("The marker is zebra crossing.").thread
            let alder = try await premises.signIn("alder")
            try await premises.triageAndResearch(alder, thread)
            let gorse = try await premises.signIn("gorse")
            let page = try await gorse.get("/audit?verb=step-taken")
            #expect(page.text.contains(thread.handle))
            #expect(page.text.contains("triaged"))
            #expect(page.text.contains("Chain intact on this page"))
            for words in ["zebra", "Van at a yard", "vehicle register"] { #expect(!page.html.contains(words)) }
            try await premises.database.write { db in
                _ = try db.execute("DROP TRIGGER audit_no_update")
                _ = try db.execute("UPDATE audit SET box = zeroblob(64) WHERE n = 2 AND writer LIKE 'desk%'")
            }
            #expect(try await gorse.get("/audit").text.contains("First bad row: audit row 2"))
        }
    }
}
