import HTTPTypes
import HeedCore
import HeedWeb
import Hummingbird
import NIOCore

/// For a load balancer: 200 while a report can be taken, 503 while not. One word, no reason.
struct Health: Sendable {
    let gate: @Sendable () async -> Refusal?

    func add(to router: SiteRouter) {
        router.get(RouterPath(Route.health.rawValue)) { _, _ -> Response in
            let isOpen = await gate() == nil
            return Response(
                status: isOpen ? .ok : .serviceUnavailable, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: isOpen ? "open" : "closed")))
        }
    }
}
