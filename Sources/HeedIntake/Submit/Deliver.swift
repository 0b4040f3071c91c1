import HeedCore
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// Brings one item into the store and acknowledges it: the only way in, for the public site and the call-taker's form.
/// Seals before the transaction, stores everything in one transaction, signs after its commit. The store decides where
/// an item belongs: sealed for another place than it finds there, the item is sealed again for the right one.
struct Deliver: Sendable {
    let intake: Intake
    let delivery: Delivery

    /// Each round loses to another item of the same thread, and a code is in one person's hands.
    static let mostRounds = 64

    private enum Round: Sendable {
        case stored(StoredItem, Receipt)
        case repeated(StoredItem, Receipt)
        case elsewhere(Place)
        case nowhere
    }

    /// - Parameter first: where it most likely goes.
    func perform(at first: Place) async throws(Refusal) -> Acknowledgement {
        var place = first
        for _ in 0..<Self.mostRounds {
            switch try await round(at: place) {
            case .stored(let item, let receipt):
                IntakeMetrics.count(.acknowledged)
                return intake.acknowledge(item.item == 0 ? .report : .followUp(item: item.item), receipt)
            case .repeated(let item, let receipt):
                IntakeMetrics.count(.repeated)
                return intake.acknowledge(.repeated(item: item.item), receipt)
            case .elsewhere(let next): place = next
            case .nowhere: throw .notFound
            }
        }
        throw .tooMany
    }

    private func round(at place: Place) async throws(Refusal) -> Round {
        let sealed = try intake.refusing { try SealedItem(delivery, at: place, keys: intake.keys) }
        let ids = ObjectIDs(words: .random(), contact: .random())
        do {
            return try await intake.commits.commit { db in try self.store(sealed, ids: ids, at: place, in: db) }
        } catch SQLError.unique {
            // Another process took the place between our look and our insert: look again.
            return .elsewhere(try await intake.look { db in try self.standing(in: db) } ?? Place(opening: .random()))
        } catch {
            throw intake.refusal(for: error)
        }
    }

    /// Runs inside the transaction, perhaps more than once.
    private func store(
        _ sealed: SealedItem, ids: ObjectIDs, at place: Place, in db: Connection
    ) throws -> Round {
        if let known = try db.received(mac: delivery.mac) { return .repeated(known, try receipt(for: known)) }
        switch try standing(in: db) {
        case let standing? where standing != place: return .elsewhere(standing)
        case nil where !delivery.mayOpenThread: return .nowhere
        case nil where place.item != 0: return .elsewhere(Place(opening: place.thread))
        default: break
        }
        let batch = try db.currentBatch()
        let stored = StoredItem(
            thread: place.thread.bytes, item: place.item, batch: batch, manifest: intake.keys.manifestHash,
            keyCommitment: sealed.words.kc, payloadDigest: sealed.words.payloadSHA256)
        // The leaf is made here because its cohort is that of the batch in which the commit falls.
        let leaf = try PendingLeaf(
            ledgerKey: delivery.secrets.ledgerKey, item: place.item, kind: .received, receivedIn: batch,
            takenIn: batch, detail: sealed.words.envelopeDigest, calendar: intake.calendar)
        try db.place(placement(of: sealed, ids: ids, stored: stored, leaf: leaf))
        intake.audit.append(event(in: place), in: db)
        return .stored(stored, try receipt(for: stored))
    }

    /// Where the next item of this code's thread goes; nil if the code has none.
    private func standing(in db: Connection) throws -> Place? {
        guard let found = try db.foundThread(tag: delivery.secrets.threadTag), let thread = RecordID(bytes: found.id)
        else { return nil }
        return Place(thread: thread, item: try db.nextItem(of: found.id))
    }

    /// Built inside the transaction, so that nothing but the signature is left to do after the commit.
    private func receipt(for item: StoredItem) throws -> Receipt {
        try intake.receipt(for: item, ledgerKey: delivery.secrets.ledgerKey)
    }

    private func event(in place: Place) -> AuditEvent {
        AuditEvent(
            actor: delivery.actor, verb: place.item == 0 ? .reportReceived : .followUpReceived,
            object: place.thread.hex, detail: "item \(place.item)", time: delivery.time)
    }
}
