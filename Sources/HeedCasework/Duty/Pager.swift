package import HeedCore
import Metrics

/// Tells people on duty that something needs eyes, by the rota, until what rings is opened.
///
/// What it knows is what the board knows: no report, no word. With nobody on duty the alarm climbs to the supervisors, and
/// the form stays open. A destination that does not answer is tried again and again, and holds up no other.
package actor Pager {
    /// Sends the neutral text to a destination. Throws where it cannot be known to have arrived.
    package typealias Send = @Sendable (Destination) async throws -> Void

    private let board: AlarmBoard
    private let settings: ClimbSettings
    private let send: Send
    /// Where the desk reads what is owed.
    private let duty: DutyBoard
    private var book: RotaBook
    private var alarms: [Compartment: Alarm] = [:]
    private var deliveries: [Destination: Delivery] = [:] {
        didSet { duty.note(deliveries) }
    }

    package init(
        board: AlarmBoard, duty: DutyBoard = DutyBoard(), book: RotaBook = .none, settings: ClimbSettings = .standard,
        send: @escaping Send
    ) {
        self.board = board
        self.duty = duty
        self.book = book
        self.settings = settings
        self.send = send
    }

    package func use(_ book: RotaBook) {
        self.book = book
        duty.note(book)
    }

    /// Destinations that did not get what they were owed, now.
    package var behind: Int { deliveries.values.count(where: \.isBehind) }

    /// Looks once: what rings, who should know by now, and sends what is due without waiting for it.
    package func look(at now: Instant) -> [Task<Void, Never>] {
        for compartment in Compartment.allCases { follow(compartment, now) }
        if alarms.isEmpty { for destination in deliveries.keys { deliveries[destination]?.settle() } }
        Gauge(label: "heed_duty_undelivered").record(behind)
        let due = deliveries.filter { $0.value.isDue(at: now) }.map(\.key)
        return due.map { destination in
            let owed = deliveries[destination]?.begin() ?? now
            return Task { await deliver(to: destination, owed, at: now) }
        }
    }

    private func follow(_ compartment: Compartment, _ now: Instant) {
        guard board.counts(in: [compartment]).needsEyes > 0 else {
            alarms[compartment] = nil
            return
        }
        let alarm = alarms[compartment] ?? Alarm(raised: now)
        alarms[compartment] = alarm
        guard let rota = book.rota(for: compartment) else { return }
        for telling in AlarmCall(alarm, rota: rota, settings: settings, now: now).told {
            for person in telling.persons {
                for destination in book.destinations[person] ?? [] {
                    deliveries[destination, default: Delivery()].owe(telling.at)
                }
            }
        }
    }

    private func deliver(to destination: Destination, _ owed: Instant, at now: Instant) async {
        do {
            try await send(destination)
            deliveries[destination]?.arrived(owed)
            Counter(label: "heed_duty_told").increment()
        } catch {
            deliveries[destination]?.failed(at: now)
            Counter(label: "heed_duty_failures").increment()
        }
    }
}
