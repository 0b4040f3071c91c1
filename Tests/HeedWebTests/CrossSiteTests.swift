import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import HeedWeb

@Suite("Cross-site rule")
struct CrossSiteTests {
    private static let rule = CrossSite(origins: ["https://report.example"])

    private func verdict(_ headers: HTTPFields, _ method: HTTPRequest.Method = .post) -> CrossSite.Verdict {
        Self.rule.verdict(
            HTTPRequest(method: method, scheme: nil, authority: nil, path: "/form", headerFields: headers))
    }

    @Test("R50: what a browser says of itself decides, before anything that a page can set")
    func fetchMetadata() {
        #expect(verdict([.secFetchSite: "same-origin"]) == .ours)
        #expect(verdict([.secFetchSite: "none"]) == .ours)
        #expect(verdict([.secFetchSite: "same-site"]) == .foreign)
        #expect(verdict([.secFetchSite: "cross-site"]) == .foreign)
        #expect(verdict([.secFetchSite: ""]) == .foreign)
        #expect(verdict([.secFetchSite: "cross-site", .origin: "https://report.example"]) == .foreign)
        #expect(verdict([.secFetchSite: "same-origin", .origin: "null"]) == .ours)
        var both: HTTPFields = [.secFetchSite: "same-origin"]
        both.append(HTTPField(name: .secFetchSite, value: "cross-site"))
        #expect(verdict(both) == .foreign)
    }

    @Test("R50: without it the origin must be ours, and null never is")
    func origin() {
        #expect(verdict([.origin: "https://report.example"]) == .ours)
        for foreign in [
            "null", "", "https://evil.example", "http://report.example", "https://report.example:444",
            "https://report.example.evil.example", "https://x.report.example",
        ] {
            #expect(verdict([.origin: foreign]) == .foreign, "\(foreign)")
        }
    }

    @Test("a text browser that says nothing is left to the form's token")
    func silent() {
        #expect(verdict([:]) == .tokenRequired)
        #expect(verdict([.referer: "https://evil.example/"]) == .tokenRequired)
        #expect(verdict([.origin: "null"], .get) == .harmless)
    }

    @Test("R50: a change from another site reaches no route")
    func refused() async throws {
        let app = Application(responder: try SampleSite.make().responder())
        try await app.test(.router) { client in
            let body = ByteBuffer(string: "narrative=x")
            let foreign = try await client.execute(
                uri: "/form", method: .post, headers: [.origin: "null"], body: body)
            #expect(foreign.status == .forbidden)
            #expect(String(buffer: foreign.body).contains("error.cross-site"))
            let silent = try await client.execute(uri: "/form", method: .post, body: body)
            #expect(String(buffer: silent.body) == "tokenRequired x")
            let ours = try await client.execute(
                uri: "/form", method: .post, headers: [.origin: SampleSite.origin], body: body)
            #expect(String(buffer: ours.body) == "ours x")
        }
    }
}
