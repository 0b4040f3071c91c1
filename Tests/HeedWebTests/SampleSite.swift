import HTTPTypes
import HeedCore
import Hummingbird
import HummingbirdCore
import Logging

@testable import HeedWeb

/// A site with one route for each way to answer.
enum SampleSite {
    static let origin = "http://localhost"
    static let marker = "MARKER-the-citizen's-words"
    static let fallback = FallbackPage(emergency: "999", notUrgent: "101", hotline: "0800 789 321")
    static let css = "main { max-inline-size: 38rem }"

    /// Its description holds what a person typed, as errors of decoders do.
    struct Leaky: ErrorCode, CustomStringConvertible {
        var code: StaticString { "leak" }
        var description: String { marker }
    }

    static func make(
        isTLS: Bool = false, keepsCookies: Bool = false, brokenErrorPage: Bool = false,
        length: HTMLPage.Length = .padded
    ) throws -> Site {
        var assets = Assets()
        try assets.add(Array(css.utf8), named: "site.css")
        return Site(
            headers: HeaderPolicy(isTLS: isTLS), crossSite: CrossSite(origins: [origin]), keepsCookies: keepsCookies,
            assets: assets, fallback: fallback, length: length,
            errorPage: { page, _, _ in
                if brokenErrorPage { throw Leaky() }
                let note = "\(page.status.code) \(page.reason?.key ?? "-") \(page.incident ?? "-")"
                return HTMLPage("<!DOCTYPE html><p>\(note) 999 101 0800 789 321", length: length)
            },
            routes: routes)
    }

    @Sendable private static func routes(_ router: SiteRouter) {
        router.get("/") { _, _ in HTMLPage("<!DOCTYPE html><p>home", length: .padded) }
        router.get("/form") { _, _ in HTMLPage("<!DOCTYPE html><p>form") }
        router.post("/form") { request, context in
            let form = try await request.form(FormLimits(bytes: 64 << 10))
            let text = HTMLEscaping.escaped(form.text("narrative") ?? "none")
            return HTMLPage("\(context.crossSite) \(text)")
        }
        router.post("/early") { _, _ -> HTMLPage in throw Refusal.notFound }
        router.get("/cookie") { request, _ in HTMLPage("cookie: \(request.headers[.cookie] ?? "none")") }
        router.get("/away") { _, _ in Response(status: .seeOther, headers: [.location: "/"]) }
        router.get("/boom/{words}") { _, _ -> HTMLPage in throw Leaky() }
        router.get("/slow") { _, _ in
            try await Task.sleep(for: .seconds(4))
            return HTMLPage("late")
        }
        router.get("/refuse/{what}") { _, context -> HTMLPage in throw refusals[context.parameters.get("what") ?? ""]! }
    }

    static let refusals: [String: any Error] = [
        "notFound": Refusal.notFound,
        "notAllowed": Refusal.notAllowed("why.not"),
        "notNow": Refusal.notNow("why.later"),
        "notValid": Refusal.notValid([FieldProblem(field: "narrative", key: "narrative.empty")]),
        "conflict": Refusal.conflict,
        "tooLarge": Refusal.tooLarge,
        "tooMany": Refusal.tooMany,
        "closed": Refusal.closed("closed.key"),
        "http": HTTPError(.badRequest, message: marker),
    ]
}
