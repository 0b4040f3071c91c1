/// Something that came in and that nobody has opened, as much as is known with nobody signed in.
package struct WaitingRow: Sendable, Hashable {
    package let key: Key
    package let compartment: String
    package let kind: String
    /// Whether it rings at once.
    package let wake: Bool

    package enum Key: Sendable, Hashable {
        /// A report (item 0), or what was added to it.
        case item(thread: [UInt8], number: Int)
        /// A partner's answer, by its object.
        case answer([UInt8])
    }
}
