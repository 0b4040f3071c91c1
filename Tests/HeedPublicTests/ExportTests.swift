import HTTPTypes
import HeedContent
import HeedCore
import HeedWeb
import Testing

@testable import HeedPublic

/// The guidance as files.
@Suite struct ExportTests {
    private static let service = "https://report.example.org"

    private static func copy(_ change: (inout SiteSettings) -> Void = { $0.liveBase = service }) throws -> SiteCopy {
        var settings = Stage.settings
        change(&settings)
        return try SiteCopy(
            settings: settings,
            catalogue: Catalogue.load(directories: [ContentFolder.locate("Locales", of: "HeedContent")]),
            shelf: Stage.shelf(),
            answers: AnswerShelf.load(directories: [ContentFolder.locate("Answers", of: "HeedContent")]))
    }

    private static let moment = Instant(seconds: 1_790_000_000)

    @Test func `every page of every language is a file, and nothing that answers for itself is`() throws {
        let copy = try Self.copy()
        let paths = Set(try copy.files(at: Self.moment, showing: Bulletin()).map(\.path))
        for base in copy.bases where base.isEmpty || base == "/cy" {
            for page in try Tour.guidance(base) {
                let path = (base + (page == "/" ? "" : page) + "/index.html").dropFirst()
                #expect(paths.contains(String(path)) && paths.contains(path + ".gz"))
            }
            #expect(paths.contains(String((base + "/404.html").dropFirst())))
        }
        for live in Route.live.union([Route.health.rawValue]) {
            #expect(!paths.contains { ("/" + $0).contains(live + "/") }, "\(live)")
        }
        #expect(paths.isSuperset(of: ["humans.txt", ".well-known/security.txt"]))
    }

    @Test func `a notice stands on every page of the copy, and on none once it has ended`() throws {
        let words = NoticeWords(title: "Roads around the hall are closed", text: "Please stay away.", act: "Go home.")
        let notice = Notice(
            id: .random(), version: 1, kind: .incident, words: ["en": words], start: Self.moment,
            end: Self.moment + 600)
        let copy = try Self.copy()
        func pages(at moment: Instant) throws -> [String] {
            try copy.files(at: moment, showing: Bulletin(version: 1, notices: [notice]))
                .filter { $0.path.hasSuffix(".html") }.map { String(decoding: $0.bytes, as: UTF8.self) }
        }
        #expect(try pages(at: Self.moment).allSatisfy { $0.contains(words.title) && $0.contains(words.act) })
        #expect(try pages(at: Self.moment + -1).allSatisfy { !$0.contains(words.title) })
        #expect(try pages(at: Self.moment + 600).allSatisfy { !$0.contains(words.title) })
    }

    @Test func `every link to the form leads to the service, and no page has a form`() throws {
        for file in try Self.copy().files(at: Self.moment, showing: Bulletin()) where file.path.hasSuffix(".html") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(text.contains("href=\"\(Self.service)/"), "\(file.path)")
            #expect(!text.contains("<form"), "\(file.path)")
            for live in Route.live {
                #expect(!text.contains("href=\"\(live)"), "\(file.path) leads to \(live) here")
            }
        }
    }

    @Test func `a copy made twice is the same, and one for another day says so`() throws {
        let copy = try Self.copy()
        let files = try copy.files(at: Self.moment, showing: Bulletin())
        #expect(try Self.copy().files(at: Self.moment, showing: Bulletin()) == files)
        let next = try copy.files(at: Self.moment + 86_400, showing: Bulletin())
        #expect(next.map(\.path) == files.map(\.path))
        #expect(zip(files, next).filter { $0 != $1 }.map { $0.0.path }.contains(".well-known/security.txt"))
    }

    @Test func `without the form's address there is no copy`() {
        #expect(throws: StartupRefusal.self) { try Self.copy { $0.liveBase = "" } }
    }

    @Test func `a manifest reads back, and reads nothing that it would not write`() throws {
        let manifest = CopyManifest(of: [
            SiteCopy.File(path: "index.html", bytes: [1, 2]), SiteCopy.File(path: "cy/a b/index.html", bytes: []),
        ])
        #expect(CopyManifest(manifest.text) == manifest)
        let digest = CopyManifest.digest(of: [])
        #expect(digest == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        for line in [
            "\(digest)  ../out", "\(digest)  /etc/passwd", "\(digest)  a//b", "\(digest)  ", "\(digest) a",
            "\(digest.uppercased())  a", "\(digest.dropFirst())  a", "\(digest)  a\n\(digest)  a",
        ] {
            #expect(CopyManifest("# heed-export/v1\n\(line)\n") == nil, "\(line)")
        }
        #expect(CopyManifest("# heed-export/v2\n") == nil && CopyManifest("") == nil)
        #expect(CopyManifest(String(manifest.text.dropLast())) == nil, "cut off")
    }

    @Test func `nginx is told every header field of the table, and every type that we serve`() {
        let headers = HeaderPolicy(isTLS: true, media: true)
        let text = NginxServer(listen: "127.0.0.1:1", root: "/a \"b", bases: ["", "/cy"], headers: headers).text
        for field in headers.fields {
            #expect(text.contains("add_header \(field.name.rawName) \"\(field.value)\" always;"))
        }
        for (end, type) in AssetType.all { #expect(text.contains("\"\(type)\" \(end);")) }
        #expect(text.contains("root \"/a \\\"b\";") && text.contains("access_log off;"))
        #expect(!NginxServer.canName("/srv/$host") && NginxServer.canName("/srv/site"))
    }
}
