package import HeedCore
import HeedStore

/// Whether the form is open: whether a report could be received now and one day be opened.
/// Asked before somebody starts to type. Closes for nothing but these: no current key, no certified officer who holds
/// it, no room on the disk, a store that does not commit, a full queue. An answer stands for two seconds at most.
package actor FormGate {
    private let intake: Intake
    private let disk: @Sendable (String) -> Int64?
    private var answers: [ReportKind: (refusal: Refusal?, since: Instant)] = [:]
    private var asking: [ReportKind: Task<Refusal?, Never>] = [:]

    /// - Parameter freeBytes: free space of the file system that holds a directory; nil where it cannot be read.
    package init(_ intake: Intake, freeBytes: @escaping @Sendable (String) -> Int64? = { FreeDisk.bytes(at: $0) }) {
        self.intake = intake
        disk = freeBytes
    }

    /// - Throws: `Refusal.closed` with the reason.
    package func check(_ kind: ReportKind = .activity) async throws(Refusal) {
        if let refusal = await current(kind) { throw refusal }
    }

    // Callers who come while the question is being asked wait for the one answer.
    private func current(_ kind: ReportKind) async -> Refusal? {
        let now = intake.clock.now()
        if let answer = answers[kind], (0..<intake.settings.gateLifetime).contains(now - answer.since) {
            return answer.refusal
        }
        if let asked = asking[kind] { return await asked.value }
        let task = Task { await ask(kind) }
        asking[kind] = task
        let refusal = await task.value
        asking[kind] = nil
        answers[kind] = (refusal, now)
        IntakeMetrics.show(formOpen: refusal == nil, for: kind)
        return refusal
    }

    private func ask(_ kind: ReportKind) async -> Refusal? {
        do throws(Refusal) {
            guard intake.keys.hasKey(for: kind.compartment), intake.keys.hasKey(for: kind.contactCompartment)
            else {
                throw .closed("closed.keys")
            }
            try checkDisk()
            try await checkStore()
            try await checkOfficers(kind)
            return nil
        } catch {
            return error
        }
    }

    private func checkDisk() throws(Refusal) {
        guard let directory = intake.settings.dataDirectory else { return }
        guard let free = disk(directory), free >= intake.settings.diskReserve else { throw .closed("closed.disk") }
    }

    // Through the queue that reports take, so that a queue with no room and a store that does not commit both show.
    private func checkStore() async throws(Refusal) {
        do {
            try await intake.commits.commit { db in try db.beat() }
        } catch StoreError.full {
            throw .closed("closed.queue")
        } catch {
            throw .closed("closed.store")
        }
    }

    private func checkOfficers(_ kind: ReportKind) async throws(Refusal) {
        guard try await intake.isHeld(kind.compartment) else { throw .closed("closed.officers") }
    }
}
