import HTTPTypes
import Hummingbird
import HummingbirdCore

/// What every request passes before anything of the site sees it.
struct DoorMiddleware: RouterMiddleware {
    typealias Context = WebContext

    /// The methods that forms and links use. Others are answered 405 everywhere.
    static let methods: [HTTPRequest.Method] = [.get, .head, .post]

    let crossSite: CrossSite
    let keepsCookies: Bool

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard (request.head.path?.utf8.count ?? 0) <= AddressTooLong.limit else { throw AddressTooLong() }
        guard Self.methods.contains(request.method) else { throw MethodNotAllowed(allow: "GET, HEAD, POST") }
        var context = context
        context.crossSite = crossSite.verdict(request.head)
        guard context.crossSite != .foreign else { throw CrossSiteRefusal() }
        guard !keepsCookies, request.headers.contains(.cookie) else { return try await next(request, context) }
        var head = request.head
        head.headerFields[.cookie] = nil
        return try await next(Request(head: head, body: request.body), context)
    }
}
