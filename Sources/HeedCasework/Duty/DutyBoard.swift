import Synchronization

/// What the pager does, for the desk to show: the rota in use, what is wrong with its file, what each destination is owed.
/// In memory. Holds no report and no word: the pager knows none.
package final class DutyBoard: Sendable {
    /// All of it at one moment.
    package struct Reading: Sendable {
        /// Nil while no rota is in use.
        package fileprivate(set) var book: RotaBook?
        /// Why the file as it lies there cannot be used; nil where it is in use.
        package fileprivate(set) var fault: String?
        package fileprivate(set) var deliveries: [Destination: Delivery] = [:]
    }

    private let reading = Mutex(Reading())

    package init() {}

    package var now: Reading { reading.withLock { $0 } }

    package func note(_ book: RotaBook) {
        reading.withLock { reading in
            reading.book = book
            reading.fault = nil
        }
    }

    package func note(fault: String) { reading.withLock { $0.fault = fault } }
    package func note(_ deliveries: [Destination: Delivery]) { reading.withLock { $0.deliveries = deliveries } }
}
