/// What a transaction may do.
package enum TransactionMode: Sendable {
    case read
    case write
}

/// One engine's way of running a synchronous closure in one transaction, off the cooperative pool.
/// Returning from a write means that COMMIT returned. Cancelling the caller's task neither stops nor undoes the work.
protocol Driver: Sendable {
    var dialect: Dialect { get }

    func run<Value: Sendable>(
        _ mode: TransactionMode, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value

    func durability() async throws -> Durability
    func close() async
}
