import HTTPTypes
import HeedWeb
import Hummingbird

/// "Leave quickly": away to a page that says nothing of the visit, dropping the browser's copies of ours.
struct Leaving: Sendable {
    let exitPage: String

    static let clearing = HTTPField(name: HTTPField.Name("Clear-Site-Data")!, value: "\"cache\"")

    func add(to router: SiteRouter, _ speech: Speech) {
        router.get(RouterPath(speech.base + Route.leave.rawValue)) { _, _ -> Response in
            var response = Response(status: .seeOther)
            response.headers[.location] = exitPage
            response.headers[Self.clearing.name] = Self.clearing.value
            return response
        }
    }
}
