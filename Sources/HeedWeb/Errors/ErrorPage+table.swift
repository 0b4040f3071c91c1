import HTTPTypes
import HeedCore
import Hummingbird
import NIOCore
import NIOHTTP1

extension ErrorPage {
    /// The one table from errors to pages. What it does not know is ours: 500 and an incident number.
    init(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self.init(refusal: refusal)
        case let error as MethodNotAllowed: self.init(status: .methodNotAllowed, headers: [.allow: error.allow])
        case is AddressTooLong: self.init(status: .uriTooLong)
        case is CrossSiteRefusal: self.init(status: .forbidden, reason: "error.cross-site")
        case is WrongMediaType: self.init(status: .unsupportedMediaType)
        case is NIOTooManyBytesError: self.init(status: .contentTooLarge, headers: Self.closing)
        // A body that breaks off from its own framing: the reader's, and nothing after it can be understood.
        case is HTTPParserError: self.init(status: .badRequest, headers: Self.closing)
        case let error as HTTPError where error.status.code < 500: self.init(status: error.status)
        case let error as HTTPError: self.init(status: error.status, incident: Incident.number())
        default: self.init(status: .internalServerError, incident: Incident.number())
        }
    }

    private init(refusal: Refusal) {
        switch refusal {
        case .notFound: self.init(status: .notFound)
        case .notAllowed(let reason): self.init(status: .forbidden, reason: reason)
        case .notNow(let reason): self.init(status: .conflict, reason: reason)
        case .notValid(let problems): self.init(status: .unprocessableContent, problems: problems)
        case .conflict: self.init(status: .conflict)
        // The rest of the body is not read: the connection cannot serve another request.
        case .tooLarge: self.init(status: .contentTooLarge, headers: Self.closing)
        case .tooMany: self.init(status: .serviceUnavailable, headers: [.retryAfter: "30", .connection: "close"])
        case .closed(let reason): self.init(status: .serviceUnavailable, reason: reason)
        }
    }

    private static let closing: HTTPFields = [.connection: "close"]
}
