import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import HeedWeb

@Suite("Assets")
struct AssetTests {
    @Test("an asset's address holds its hash, and it may be kept for a year")
    func served() async throws {
        let site = try SampleSite.make()
        let path = try #require(site.assets.path("site.css"))
        #expect(path.hasPrefix("/assets/site-") && path.hasSuffix(".css"))
        let app = Application(responder: site.responder())
        try await app.test(.router) { client in
            let full = try await client.execute(uri: path, method: .get)
            #expect(String(buffer: full.body) == SampleSite.css)
            #expect(full.headers[.contentType] == "text/css; charset=utf-8")
            #expect(full.headers[.cacheControl] == "public, max-age=31536000, immutable")
            let tag = try #require(full.headers[.eTag])
            #expect(tag.hasPrefix("\""))
            for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
                let again = try await client.execute(uri: path, method: .get, headers: [.ifNoneMatch: known])
                #expect(again.status == .notModified && again.body.readableBytes == 0, "\(known)")
                #expect(again.headers[.eTag] == tag && again.headers[.contentSecurityPolicy] != nil)
            }
            let other = try await client.execute(uri: path, method: .get, headers: [.ifNoneMatch: "\"x\""])
            #expect(other.status == .ok)
            let head = try await client.execute(uri: path, method: .head)
            #expect(head.headers[.contentLength] == "\(SampleSite.css.utf8.count)" && head.body.readableBytes == 0)
            let range = try await client.execute(uri: path, method: .get, headers: [.range: "bytes=-5"])
            #expect(range.status == .ok && String(buffer: range.body) == SampleSite.css)
        }
    }

    @Test(
        "nothing beside the table is served", arguments: ["/assets/site.css", "/assets/", "/assets/../Package.swift"])
    func nothingElse(path: String) async throws {
        let app = Application(responder: try SampleSite.make().responder())
        try await app.test(.router) { client in
            let response = try await client.execute(uri: path, method: .get)
            #expect(response.status == .notFound)
        }
    }

    @Test("a folder is read once, by relative path, and a file of unknown type is refused")
    func folder() throws {
        let good = try Scratch(["site.css": "a", "docs/leaflet.pdf": "b", ".keep": ""])
        let assets = try Assets(directory: good.path)
        #expect(assets.path("docs/leaflet.pdf")?.hasPrefix("/assets/docs/leaflet-") == true)
        #expect(assets.path(".keep") == nil)
        let odd = try Scratch(["page.php": "x"])
        #expect(throws: StartupRefusal.self) { try Assets(directory: odd.path) }
        #expect(throws: StartupRefusal.self) { try Assets(directory: "/nonexistent") }
    }

    @Test("a template names an asset and gets its address")
    func folded() throws {
        var assets = Assets()
        try assets.add([1], named: "site.css")
        let html = try Shelf(["page": "<link href=\"{{asset.site.css}}\">"], assets: assets).render()
        #expect(html == "<link href=\"\(assets.path("site.css")!)\">")
    }
}
