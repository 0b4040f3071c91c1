import Hummingbird
import HummingbirdCore

/// Puts the table of headers on every answer of the routes, errors and redirects included.
/// Answers that no route sees (malformed HTTP) get the same table from `ConnectionHandler`.
struct HeaderMiddleware: RouterMiddleware {
    typealias Context = WebContext

    let policy: HeaderPolicy

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        policy.apply(to: &response.headers)
        return response
    }
}
