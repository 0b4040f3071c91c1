import Hummingbird
import HummingbirdCore

/// Answers for assets before any route is looked at.
struct AssetMiddleware: RouterMiddleware {
    typealias Context = WebContext

    let assets: Assets

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get || request.method == .head else { return try await next(request, context) }
        let path = request.uri.path
        // Browsers ask for it unbidden; an error page each time would be noise.
        if path == "/favicon.ico" {
            return Response(status: .noContent, headers: [.cacheControl: "public, max-age=86400"])
        }
        guard path.hasPrefix(Assets.prefix), let response = assets.response(to: request) else {
            return try await next(request, context)
        }
        return response
    }
}
