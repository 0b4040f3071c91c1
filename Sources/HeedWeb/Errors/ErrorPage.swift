package import HTTPTypes
package import HeedCore

/// What an error page has to say: a status, and keys of words. Never the error's own text.
package struct ErrorPage: Equatable, Sendable {
    package let status: HTTPResponse.Status
    /// The words that explain, where the refusal names them.
    package let reason: Refusal.Reason?
    /// Answers to mend. Pages with forms show these themselves; here for a route that lets them through.
    package let problems: [FieldProblem]
    /// A number to quote for an error that is ours, also in the log; nil for the reader's.
    package let incident: String?
    /// Header fields the status calls for.
    package let headers: HTTPFields

    package init(
        status: HTTPResponse.Status, reason: Refusal.Reason? = nil, problems: [FieldProblem] = [],
        incident: String? = nil, headers: HTTPFields = [:]
    ) {
        self.status = status
        self.reason = reason
        self.problems = problems
        self.incident = incident
        self.headers = headers
    }
}
