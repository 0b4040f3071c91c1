/// A report or follow-up nobody has opened, as much as is known with nobody signed in.
package struct UnopenedRow: Sendable, Hashable {
    package let thread: [UInt8]
    package let item: Int
    package let compartment: String
    package let kind: String
    package let wake: Bool
}
