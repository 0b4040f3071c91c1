/// The first bad row of one writer's chain.
package struct AuditFault: Error, Equatable, Sendable, CustomStringConvertible {
    package enum Kind: String, Sendable {
        /// The row, or its place in the chain, is not what was written.
        case changed
        /// The row is not there although later ones, its key, or an exported head say that it was.
        case missing
        /// The chain is whole, but the row is not sealed under its writer's key, or its clear batch is not its own.
        case unreadable
    }

    package var writer: String
    package var number: Int
    package var kind: Kind

    package init(writer: String, number: Int, kind: Kind) {
        self.writer = writer
        self.number = number
        self.kind = kind
    }

    package var description: String {
        "audit row \(number) of \(writer) is \(kind.rawValue)"
    }
}
