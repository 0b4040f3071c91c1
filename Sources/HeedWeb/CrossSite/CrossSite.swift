package import HTTPTypes

/// Whether a request that changes something comes from our own pages.
///
/// `Sec-Fetch-Site`, where a browser sends it, must be `same-origin` or `none`; else `Origin` must be one of ours; a
/// text browser sends neither, and then the form's token decides. `Origin: null` is never ours: with `Referrer-Policy:
/// same-origin` an honest form does not send it.
package struct CrossSite: Sendable {
    package enum Verdict: Equatable, Sendable {
        /// A safe method, which changes nothing.
        case harmless
        case ours
        case foreign
        /// Nothing says where it came from: the form's token decides.
        case tokenRequired
    }

    /// As browsers write them: `https://report.example`, port only when it is not the scheme's own.
    package let origins: Set<String>

    package init(origins: Set<String>) { self.origins = origins }

    package func verdict(_ request: HTTPRequest) -> Verdict {
        guard request.method != .get, request.method != .head else { return .harmless }
        let sites = request.headerFields[values: .secFetchSite]
        guard sites.isEmpty else {
            return sites.allSatisfy { $0 == "same-origin" || $0 == "none" } ? .ours : .foreign
        }
        let origins = request.headerFields[values: .origin]
        guard origins.isEmpty else { return origins.allSatisfy(self.origins.contains) ? .ours : .foreign }
        return .tokenRequired
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
