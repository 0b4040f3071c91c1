import HeedCore
import HeedLedger
import HeedStore
import HeedVault

extension Trust {
    /// Whom things of a thread are sealed to: the compartment in the thread's epoch, then recovery. From the signed
    /// manifest, never from a row.
    func recipients(of thread: ThreadRow) throws -> [HybridRecipient] {
        let manifest = manifest
        guard let epoch = manifest.epoch(thread.epoch, of: thread.compartment) else {
            throw Refusal.notNow("refusal.no-key")
        }
        return [epoch.recipient, manifest.recovery.recipient]
    }
}
