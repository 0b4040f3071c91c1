import HeedCore
import Synchronization
package final class SessionVault: Sendable {
    let officers = Mutex<[String: UnlockedOfficer]>([:])
    package init() {}
}
package final class ScryptGate: Sendable { package init() {} }
extension Desk {
    func officer(_ session: String) async throws -> UnlockedOfficer {
        guard let o = sessions.officers.withLock({ $0[session] }) else { throw Refusal.notAllowed("refusal.signed-out") }
        return o
    }
}
