package import HeedCore

/// Which reports of the queue to list. Only fixed words: nothing typed, so an address says nothing of anybody.
package struct QueueFilter: Sendable, Equatable {
    package var list: List
    package var state: CaseState?
    package var group: QueueGroup?
    package var holder: Holder?
    package var due: Due?
    /// Whether each report is to have a line of its own, in a flood too.
    package var isEach: Bool

    package init(
        list: List = .all, state: CaseState? = nil, group: QueueGroup? = nil, holder: Holder? = nil, due: Due? = nil,
        isEach: Bool = false
    ) {
        self.list = list
        self.state = state
        self.group = group
        self.holder = holder
        self.due = due
        self.isEach = isEach
    }

    /// Whether every report of the list is in it.
    var isWhole: Bool { self == QueueFilter(list: list, isEach: isEach) }

    /// The lists that have a link of their own.
    package enum List: String, CaseIterable, Sendable {
        case all
        /// Held by the officer.
        case mine
        /// Waits for a second person, and this officer may be the one.
        case toSign = "to-sign"
        /// The lane that people review.
        case setAside = "set-aside"
    }

    package enum Holder: String, CaseIterable, Sendable { case me, nobody, others }

    package enum Due: String, CaseIterable, Sendable { case over, hour, shift, day }

    func matches(_ card: CardHead, at position: QueuePosition, for officer: Officer, _ me: PersonKey, _ now: Instant)
        -> Bool
    {
        if let state, card.state != state { return false }
        if let group, position.group != group { return false }
        switch holder {
        case nil: break
        case .me: if card.holder != me { return false }
        case .nobody: if card.holder != nil { return false }
        case .others: if card.holder == nil || card.holder == me { return false }
        }
        switch due {
        case nil: break
        case .over: if position.due >= now { return false }
        case .hour: if position.due >= now + 3_600 { return false }
        case .shift: if position.due >= now + QueueGroup.shift { return false }
        case .day: if position.due >= now + 86_400 { return false }
        }
        return Self.isIn(list, card, at: position, for: officer, me)
    }

    static func isIn(
        _ list: List, _ card: CardHead, at position: QueuePosition, for officer: Officer, _ me: PersonKey
    ) -> Bool {
        switch list {
        case .all: true
        case .mine: card.holder == me
        case .toSign:
            card.waitsForSecond(officer.role) && card.waiting != me
        case .setAside: position.group == .setAside
        }
    }
}
