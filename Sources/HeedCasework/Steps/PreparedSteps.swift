import HeedCore
import HeedLedger
import Synchronization

/// Statements that were shown to an officer and wait for the signature. In memory; each lives a few minutes.
final class PreparedSteps: Sendable {
    struct Prepared: Sendable {
        let username: String
        let form: StepForm
        let draft: StepDraft
        let piece: SignedPiece
        let expires: Instant
    }

    private let waiting = Mutex<[String: Prepared]>([:])
    private static let most = 1_000

    func keep(_ prepared: Prepared, as token: String, at now: Instant) {
        waiting.withLock { waiting in
            waiting = waiting.filter { $0.value.expires > now }
            if waiting.count >= Self.most, let oldest = waiting.min(by: { $0.value.expires < $1.value.expires }) {
                waiting[oldest.key] = nil
            }
            waiting[token] = prepared
        }
    }

    /// The statement that this officer was shown, if it can still be signed.
    func find(_ token: String, by username: String, at now: Instant) -> Prepared? {
        waiting.withLock { waiting in
            guard let found = waiting[token], found.username == username, found.expires > now else { return nil }
            return found
        }
    }

    func forget(_ token: String) {
        waiting.withLock { $0[token] = nil }
    }
}
