import HTTPTypes
import HeedCore
import Hummingbird
import HummingbirdCore
import Logging

/// Turns every error of the routes into a page of the site's own.
///
/// Logs the type and code of an error that is ours, and its incident number; never its description, which may hold what
/// a person typed. An error of the reader's is not logged.
struct ErrorMiddleware: RouterMiddleware {
    typealias Context = WebContext

    let renderer: Site.ErrorRenderer
    let fallback: FallbackPage
    let length: HTMLPage.Length

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let page = ErrorPage(error)
            if let incident = page.incident { log(error, incident, "a request failed", context.logger) }
            return await answer(page, request, context)
        }
    }

    private func answer(_ page: ErrorPage, _ request: Request, _ context: WebContext) async -> Response {
        var answer: HTMLPage
        do {
            answer = try await renderer(page, request, context)
            answer.status = page.status
        } catch {
            log(error, page.incident ?? Incident.number(), "an error page failed", context.logger)
            let (html, apart) = fallback.document(page.status.code)
            answer = HTMLPage(html, status: page.status, length: length, apart: apart)
        }
        for field in page.headers { answer.headers[field.name] = field.value }
        var response = answer.response
        if request.method == .head { response = response.createHeadResponse() }
        return response
    }

    private func log(_ error: any Error, _ incident: String, _ message: Logger.Message, _ logger: Logger) {
        var metadata: Logger.Metadata = [
            "error.type": "\(String(reflecting: type(of: error)))", "incident": "\(incident)",
        ]
        if let coded = error as? any ErrorCode { metadata["error.code"] = "\(coded.code)" }
        logger.error(message, metadata: metadata)
    }
}
