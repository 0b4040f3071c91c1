import FoundationEssentials
import HeedCore
import Testing

@testable import HeedContent

/// What a page says about itself, and how a force's folder is laid over the program's.
@Suite struct GuidancePageTests {
    private func day(_ iso: String) -> CalendarDay { CalendarDay(iso: iso)! }

    @Test(
        arguments: [
            ("title: A page\n", "", .headMissing), ("title: A page", "title: A page\ntitle: B", .headTwice),
            ("title: A page", "title A page", .headLine), ("title: A page", "colour: red", .headLine),
            ("2026-11-22", "2026-11-31", .notADay), ("2027-05-22", "2026-11-21", .reviewOrder),
            ("group: about", "group: nowhere", .headLine),
            ("group: about", "group: about\nfact x: 2027-01-01", .headLine),
            ("group: about", "group: about\nfact x: until soon; y", .notADay),
            ("group: about", "group: about\nfact x: until 2027-01-01; y", .unusedFact),
            ("---\ntitle", "title", .noHead),
        ] as [(String, String, ContentFault.Reason)])
    func `a head that lacks something is a fault`(part: String, put: String, reason: ContentFault.Reason) {
        let text = MarkdownTests.head.replacing(part, with: put) + "Words.\n"
        let fault = #expect(throws: ContentFault.self) { try GuidancePage(text, name: "page", file: "en/page.md") }
        #expect(fault?.reason == reason, "\(String(describing: fault))")
    }

    @Test func `a page is overdue, and a fact is over, from the day after`() throws {
        let text = MarkdownTests.head.replacing("group: about", with: "group: about\nfact x: until 2027-03-31; GOV.UK")
        let page = try GuidancePage(text + ":::fact x\nSo.\n:::\n", name: "page", file: "en/page.md")
        #expect(!page.isOverdue(on: day("2027-05-22")) && page.isOverdue(on: day("2027-05-23")))
        #expect(page.isGood("x", on: day("2027-03-31")) && !page.isGood("x", on: day("2027-04-01")))
        #expect(page.ended(on: day("2027-04-01")) == ["x"])
    }

    @Test func `a force's page takes the place of the program's, and another is added`() throws {
        let base = try Folder(["en/signs.md": "Ours.", "en/keep.md": "Kept.", "ur/keep.md": "محفوظ"])
        let force = try Folder(["en/signs.md": "Theirs.", "en/team.md": "Team."])
        let shelf = try PageShelf.load(directories: [base.path, force.path])
        #expect(shelf.page("signs", in: "en")?.blocks == [.paragraph([.text("Theirs.")])])
        #expect(shelf.pages(in: "en").map(\.name) == ["keep", "signs", "team"])
        #expect(shelf.codes == ["en", "ur"] && shelf.page("signs", in: "ur") == nil)
        #expect(shelf.due(on: day("2027-05-22")).isEmpty)
        #expect(shelf.due(on: day("2027-05-23")).count == 4)
    }

    @Test(arguments: ["en/Upper.md", "en/page.txt", "en/two words.md"])
    func `a file that is no page is a fault, not left out in silence`(name: String) throws {
        let folder = try Folder([name: "Words."])
        let fault = #expect(throws: ContentFault.self) { try PageShelf.load(directories: [folder.path]) }
        #expect(fault?.reason == .badName)
    }

    @Test func `a page of the program tells its owner when it is due`() throws {
        let shelf = try PageShelf.load(directories: [ContentFolder.locate("Pages", of: "HeedContent")])
        #expect(shelf.pages(in: "en").count >= 8)
        let due = shelf.due(on: day("2099-01-01"))
        #expect(due.count == shelf.codes.map { shelf.pages(in: $0).count }.reduce(0, +))
        #expect(due.allSatisfy { $0.description.contains("review was due by") })
    }
}

/// A folder of pages for one test.
private final class Folder {
    let path = FileManager.default.temporaryDirectory.path + "/heed-pages-" + UUID().uuidString

    init(_ pages: [String: String]) throws {
        for (name, text) in pages {
            let file = path + "/" + name
            let folder = String(file[..<file.lastIndex(of: "/")!])
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data((MarkdownTests.head + text + "\n").utf8).write(to: URL(filePath: file))
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
