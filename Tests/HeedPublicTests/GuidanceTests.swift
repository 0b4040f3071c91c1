import Foundation
import HTTPTypes
import HeedContent
import HeedCore
import Testing

@testable import HeedPublic

/// Pages of guidance as visitors get them: whole, compressed, unchanged, and never with an old fact.
@Suite struct GuidanceTests {
    @Test func `R71 guidance comes compressed with a validator, pages with answers never`() async throws {
        try await Stage().visit { visitor in
            for path in try Tour.guidance() {
                var tags: Set<String> = []
                for coding in ["identity", "gzip", "br"] {
                    let page = try await visitor.get(path, headers: [.acceptEncoding: coding])
                    #expect(page.headers[.contentEncoding] == (coding == "identity" ? nil : coding), "\(path)")
                    #expect(
                        page.headers[.contentLength] == "\(page.bytes.count)" && page.bytes.count < 16_000
                            || path == "/answers",
                        "\(path)")
                    let tag = try #require(page.headers[.eTag])
                    tags.insert(tag)
                    let again = try await visitor.get(path, headers: [.acceptEncoding: coding, .ifNoneMatch: tag])
                    #expect(again.status == .notModified && again.bytes.isEmpty, "\(path)")
                    #expect(again.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true, "\(path)")
                    #expect(again.headers[.vary] == "Accept-Encoding" && again.headers[.eTag] == tag, "\(path)")
                }
                #expect(tags.count == 3)
            }
            let asked: HTTPFields = [.acceptEncoding: "br, gzip", .ifNoneMatch: "*"]
            for path in ["/report", "/return", "/nothing-here"] {
                let page = try await visitor.get(path, headers: asked)
                #expect(page.headers[.contentEncoding] == nil && page.headers[.vary] == nil, "\(path)")
                #expect(page.bytes.count == 16 * 1024 && page.headers[.eTag] == nil, "\(path)")
            }
        }
    }

    @Test func `R78 the first page and its style take less than 20 KB in all`() async throws {
        try await Stage().visit { visitor in
            let packed: HTTPFields = [.acceptEncoding: "gzip"]
            let page = try await visitor.get("/", headers: packed)
            let link = try #require(await visitor.get("/").document.first("link")?.attributes["href"])
            let style = try await visitor.get(link, headers: packed)
            #expect(page.bytes.count + style.bytes.count < 20_000 - 2_000, "2,000 bytes left for header fields")
        }
    }

    @Test func `a fact leaves its page on the day after its last, without a restart`() async throws {
        let folder = try Self.folder(
            """
            fact spring: until 2026-09-30; a source
            ---
            Words.

            :::fact spring
            It starts in spring.
            :::
            """)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let stage = try Stage(shelf: Stage.shelf([folder]))
        let lastSecond = try #require(CalendarDay(iso: "2026-10-01")).start.seconds - 1
        try await stage.visit { visitor in
            stage.with { $0.now = Instant(seconds: lastSecond) }
            let before = try await visitor.get("/news")
            #expect(before.text.contains("It starts in spring."))
            let other = try await visitor.get("/keep").headers[.eTag]
            stage.wait(1)
            let after = try await visitor.get("/news")
            #expect(!after.text.contains("spring") && after.text.contains("Words."))
            #expect(after.headers[.eTag] != before.headers[.eTag])
            #expect(try await visitor.get("/keep").headers[.eTag] == other, "what did not change keeps its validator")
        }
    }

    @Test func `a page of a force's folder is there, says when it was reviewed, and shows what it says as words`()
        async throws
    {
        let folder = try Self.folder("---\n\\<b> {force} [All signs](/signs)\n")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await Stage(shelf: Stage.shelf([folder])).visit { visitor in
            let page = try await visitor.get("/news")
            #expect(page.title == "News – Northmoor" && page.heading == "Our news")
            #expect(page.text.contains("<b> Northmoor Police All signs"))
            #expect(page.text.contains("Last reviewed 22 November 2026."))
        }
    }

    @Test(
        arguments: [
            ("news", "---\n[a](/nowhere)", .unknownLink), ("news", "---\n[a](/report?s=0)", .unknownLink),
            ("news", "---\n[a](/keep#nowhere)", .unknownLink), ("news", "---\n::nothing", .unknownPart),
            ("report", "---\nWords", .reserved), ("healthz", "---\nWords", .reserved),
        ] as [(String, String, ContentFault.Reason)])
    func `a page that leads nowhere, or takes the form's place, stops the start`(
        name: String, text: String, reason: ContentFault.Reason
    ) throws {
        let folder = try Self.folder(text, name: name)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let fault = #expect(throws: ContentFault.self) { try Stage(shelf: Stage.shelf([folder])) }
        #expect(fault?.reason == reason)
    }

    private static func folder(_ text: String, name: String = "news") throws -> String {
        let folder = FileManager.default.temporaryDirectory.path + "/heed-pages-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder + "/en", withIntermediateDirectories: true)
        let head = """
            ---
            title: Our news
            topic: News
            owner: Web editor
            source: the force
            reviewed: 2026-11-22
            review-by: 2027-05-22
            group: about

            """
        try (head + text + "\n").write(toFile: folder + "/en/\(name).md", atomically: true, encoding: .utf8)
        return folder
    }
}
