import HTTPTypes
import HeedCore
import Hummingbird
import NIOCore

extension ErrorPage {
    /// The one table from errors to pages. What it does not know is ours: 500 and an incident number.
    init(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self.init(refusal)
        case let error as MethodNotAllowed: self.init(.methodNotAllowed, headers: [.allow: error.allow])
        case is AddressTooLong: self.init(.uriTooLong)
        case is CrossSiteRefusal: self.init(.forbidden, reason: "error.cross-site")
        case is WrongMediaType: self.init(.unsupportedMediaType)
        case is NIOTooManyBytesError: self.init(.contentTooLarge, headers: Self.closing)
        case let error as HTTPError where error.status.code < 500: self.init(error.status)
        case let error as HTTPError: self.init(error.status, incident: Incident.number())
        default: self.init(.internalServerError, incident: Incident.number())
        }
    }

    private init(_ refusal: Refusal) {
        switch refusal {
        case .notFound: self.init(.notFound)
        case .notAllowed(let reason): self.init(.forbidden, reason: reason)
        case .notNow(let reason): self.init(.conflict, reason: reason)
        case .notValid(let problems): self.init(.unprocessableContent, problems: problems)
        case .conflict: self.init(.conflict)
        // The rest of the body is not read: the connection cannot serve another request.
        case .tooLarge: self.init(.contentTooLarge, headers: Self.closing)
        case .tooMany: self.init(.serviceUnavailable, headers: [.retryAfter: "30", .connection: "close"])
        case .closed(let reason): self.init(.serviceUnavailable, reason: reason)
        }
    }

    private static let closing: HTTPFields = [.connection: "close"]
}
