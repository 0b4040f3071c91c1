/// A step that the week's review has not reached, as far as is in clear.
package struct ReviewRow: Sendable, Equatable {
    package let thread: [UInt8]
    package let kind: String
    package let number: Int
    package let verb: String
    /// Who took it, and who put it forward.
    package let persons: Set<String>
    package let batch: Int
}
