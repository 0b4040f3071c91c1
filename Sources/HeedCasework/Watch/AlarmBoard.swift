package import HeedCore
import Synchronization

/// What is known of reports that nobody opened, with nobody signed in: how many, and how long is left.
/// No kind, no place, no word. Whoever is signed in is told of the compartments whose keys they hold, and of no other;
/// to somebody at the door it says only whether anything rings.
package final class AlarmBoard: Sendable {
    package struct Counts: Sendable, Equatable {
        /// How many ring now.
        package var needsEyes = 0
        package var unopened = 0
        /// Seconds left for the one that is due first; negative when it is over; nil where nothing is unopened.
        package var left: Seconds?

        package init(needsEyes: Int = 0, unopened: Int = 0, left: Seconds? = nil) {
            self.needsEyes = needsEyes
            self.unopened = unopened
            self.left = left
        }

        mutating func add(_ other: Counts) {
            needsEyes += other.needsEyes
            unopened += other.unopened
            left = [left, other.left].compactMap(\.self).min()
        }
    }

    private let state = Mutex<[Compartment: Counts]>([:])

    package init() {}

    /// Over all compartments: for the program's figures, never for a page.
    package var all: Counts { counts(in: Set(Compartment.allCases)) }

    /// Whether anything rings anywhere.
    package var isRinging: Bool { all.needsEyes > 0 }

    /// Over the reports that somebody with the keys of these compartments may know of.
    package func counts(in compartments: Set<Compartment>) -> Counts {
        state.withLock { state in
            compartments.reduce(into: Counts()) { sum, compartment in sum.add(state[compartment] ?? Counts()) }
        }
    }

    func show(_ counts: [Compartment: Counts]) { state.withLock { $0 = counts } }
}
