/// A setting of time that cannot be used: why, and what to do instead. In words for whoever wrote it.
package struct ClockFault: Error, Sendable, Equatable {
    package let reason: String
    package let remedy: String

    /// For a value that reads as nothing that is allowed.
    init(_ key: String, read text: String, allowed: String) {
        reason = "\(key) is \"\(text)\""
        remedy = "write \(allowed)"
    }

    /// For a key that names nothing, or the name of a variable of the environment that does.
    /// - Parameter known: what might have been meant.
    init(stray key: String, under heading: String, known: [String]) {
        reason = "there is no setting " + (key.hasPrefix("HEED_") ? key : "\(heading).\(key)")
        remedy =
            known.isEmpty
            ? "remove it" : "remove it, or write one of: " + known.map { "\(heading).\($0)" }.joined(separator: ", ")
    }

    init(_ reason: String, remedy: String) {
        self.reason = reason
        self.remedy = remedy
    }
}
