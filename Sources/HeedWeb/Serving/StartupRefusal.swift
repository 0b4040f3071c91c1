/// Unsafe or impossible to start: says why, and what to do about it.
package struct StartupRefusal: Error, Equatable, CustomStringConvertible {
    package let reason: String
    package let remedy: String

    package init(_ reason: String, remedy: String) {
        self.reason = reason
        self.remedy = remedy
    }

    package var description: String { "\(reason). \(remedy)." }
}
