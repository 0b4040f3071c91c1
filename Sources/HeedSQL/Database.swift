/// A store on one of the two engines.
/// `read` sees one snapshot; `write` is one serialisable transaction that is on the disk when it returns. Both closures
/// are synchronous and run off the cooperative pool. On PostgreSQL a closure may run again after a collision: it must
/// depend on nothing but its arguments and the database, and have no other effect.
package struct Database: Sendable {
    private let driver: any Driver

    init(_ driver: any Driver) {
        self.driver = driver
    }

    package var dialect: Dialect { driver.dialect }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await driver.run(.read, body)
    }

    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await driver.run(.write, body)
    }

    /// What the engine itself says about surviving a power cut; a program that serves refuses less than full.
    package func durability() async throws -> Durability {
        try await driver.durability()
    }

    /// Ends the connections. Later calls throw `SQLError.unavailable`.
    package func close() async {
        await driver.close()
    }
}
