import HeedCore
import HeedSQL
import HeedStore
import HeedVault
import Logging

/// How failures below become what a person is told. Nothing that was typed goes into a refusal or a log line.
extension Intake {
    func secrets(of code: ReporterCode) throws(Refusal) -> DerivedSecrets {
        try refusing { try DerivedSecrets(code, in: keys.instance) }
    }

    /// A read whose failure closes the door for this request.
    func look<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws(Refusal) -> Value {
        do {
            return try await database.read(body)
        } catch {
            throw refusal(for: error)
        }
    }

    func refusing<Value>(_ body: () throws -> Value) throws(Refusal) -> Value {
        do {
            return try body()
        } catch {
            throw refusal(for: error)
        }
    }

    /// - Returns: what to say when an item could not be sealed or stored. In every case nothing was.
    func refusal(for error: any Error) -> Refusal {
        switch error {
        case let refusal as Refusal: return refusal
        case StoreError.full: return .tooMany
        case StoreError.tooManyItems: return .notNow("refusal.thread-full")
        // Only the contact object has a fixed size.
        case VaultError.tooLarge: return .notValid([FieldProblem(field: "reach_safe", key: "problem.too-long")])
        case let error as SQLError:
            return refusal(code: "\(error)", "closed.store")
        case let error as VaultError:
            return refusal(code: "\(error)", "closed.keys")
        default:
            return refusal(code: "\(type(of: error))", "closed.store")
        }
    }

    private func refusal(code: String, _ reason: Refusal.Reason) -> Refusal {
        IntakeMetrics.count(.notStored)
        logger.error("the store or the keys failed a request; nothing was stored", metadata: ["code": "\(code)"])
        return .closed(reason)
    }
}
