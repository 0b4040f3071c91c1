import HTTPTypes
import HeedCore
import Hummingbird
package import HummingbirdCore
import NIOCore

extension Request {
    /// Reads the body as a form.
    ///
    /// - Throws: `Refusal.tooLarge` beyond the limits, without reading on; `Refusal.tooMany` when all forms together
    /// hold
    ///   too much; `WrongMediaType` for a body that is no form.
    package func form(_ limits: FormLimits = FormLimits(), budget: FormBudget? = nil) async throws -> FormBody {
        if let type = headers[.contentType] {
            let essence = type.prefix { $0 != ";" && $0 != " " }
            guard essence.lowercased() == "application/x-www-form-urlencoded" else { throw WrongMediaType() }
        }
        if let length = headers[.contentLength].flatMap(Int.init), length > limits.bytes { throw Refusal.tooLarge }
        var parser = FormParser(limits: limits)
        var read = 0
        var reserved = 0
        defer { budget?.release(reserved) }
        for try await chunk in body {
            read += chunk.readableBytes
            let beyond = max(0, read - FormBudget.free) - reserved
            if let budget, beyond > 0 {
                guard budget.reserve(beyond) else { throw Refusal.tooMany }
                reserved += beyond
            }
            try chunk.withUnsafeReadableBytes { try parser.take($0) }
        }
        return try parser.finish()
    }
}

/// A body that is not a form. Answered 415.
package struct WrongMediaType: Error {}
