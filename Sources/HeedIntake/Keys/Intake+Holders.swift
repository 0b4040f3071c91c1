import HeedCore
import HeedLedger
import HeedStore

extension Intake {
    /// Whether some certified, active officer holds the current key of a compartment.
    func isHeld(_ compartment: Compartment) async throws(Refusal) -> Bool {
        let epoch = keys.epoch(of: compartment)
        let (holders, batch) = try await look { db in
            (try db.keyHolders(of: compartment.rawValue, epoch: epoch), try db.currentBatch())
        }
        return holders.contains { holder in
            keys.certificates.certificate(
                hash: holder.certificate, note: holder.note, writtenIn: batch, readIn: batch
            )?.covers(compartment: compartment.rawValue) ?? false
        }
    }
}
