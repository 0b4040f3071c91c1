import HeedCasework
import HeedCore

/// The line about reports that need eyes now. Absent for roles that open none.
struct AlarmLine {
    private let count: Int
    private let left: Seconds?

    init(_ board: AlarmBoard.Counts, _ queue: QueuePage?, for officer: Officer) {
        guard officer.role.areas.contains(.queue) else {
            (count, left) = (0, nil)
            return
        }
        // A page that has just read the queue knows better than the board, which looks every few seconds.
        if let queue, let alarms = queue.groups[.alarm] {
            let first = queue.rows.first { $0.group == .alarm }?.clock
            count = alarms
            left = first.map { $0.left(at: queue.time) } ?? board.left
        } else {
            (count, left) = (board.needsEyes, board.left)
        }
    }

    var isRinging: Bool { count > 0 }

    func text(_ speech: Speech) -> String {
        guard isRinging else { return "" }
        let counted = speech.text(count == 1 ? "desk.alarm-one" : "desk.alarm", ["n": "\(count)"])
        guard let left else { return counted }
        let span = Remaining(seconds: left)
        return counted + " "
            + speech.text(span.isOver ? "desk.alarm-over" : "desk.alarm-left", ["amount": speech.amount(span)])
    }
}
