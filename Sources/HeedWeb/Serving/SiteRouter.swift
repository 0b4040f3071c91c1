package import HTTPTypes
package import Hummingbird

/// The router a site adds its routes to. Groups and child contexts work as on Hummingbird's own.
///
/// Remembers which methods each address takes, so that the others are answered 405 with `Allow`: Hummingbird says 404.
package final class SiteRouter: RouterMethods {
    package typealias Context = WebContext

    private let router: Router<WebContext>
    private var methods: [String: Set<HTTPRequest.Method>] = [:]

    init(_ router: Router<WebContext>) { self.router = router }

    @discardableResult
    package func on<Responder: HTTPResponder>(
        _ path: RouterPath, method: HTTPRequest.Method, responder: Responder
    ) -> Self where Responder.Context == WebContext {
        methods[path.description, default: []].insert(method)
        router.on(path, method: method, responder: responder)
        return self
    }

    @discardableResult
    package func add(middleware: any MiddlewareProtocol<Request, Response, WebContext>) -> Self {
        router.add(middleware: middleware)
        return self
    }

    func refuseOtherMethods() {
        for (path, taken) in methods {
            var allowed = taken
            if taken.contains(.get) { allowed.insert(.head) }
            let allow = allowed.map(\.rawValue).sorted().joined(separator: ", ")
            for method in DoorMiddleware.methods where !allowed.contains(method) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in throw MethodNotAllowed(allow: allow) }
            }
        }
    }
}
