import HeedCore
import HeedIntake
import HeedSQL
import HeedVault

/// Many small reports, for measuring: received through the real action, by as many callers at once as a busy hour brings.
/// Those that are to be closed are then only marked so: their steps would take hours and measure nothing here.
struct Bulk {
    let intake: Intake
    let database: Database
    private static let callers = 64

    /// - Parameter alike: how many more are sent that are near copies of one text, as in a flood.
    func fill(open: Int, closed: Int, alike: Int = 0) async throws {
        let finished = try await submit(closed)
        for start in stride(from: 0, to: finished.count, by: 200) {
            try await markClosed(Array(finished[start..<min(start + 200, finished.count)]))
        }
        _ = try await submit(open)
        _ = try await submit(alike, isFlood: true)
    }

    private func submit(_ count: Int, isFlood: Bool = false) async throws -> [RecordID] {
        try await withThrowingTaskGroup(of: RecordID.self) { group in
            var sent = 0
            var received: [RecordID] = []
            while received.count < count {
                while sent < count, sent - received.count < Self.callers {
                    sent += 1
                    group.addTask { [intake, number = sent] in
                        let answers = isFlood ? Self.copy(number) : Self.account(number)
                        let thread = RecordID.random()
                        _ = try await SubmitReport(intake).perform(
                            Submission(
                                code: .issue(), thread: thread, answers: answers, inDanger: false, language: "en"))
                        return thread
                    }
                }
                guard let thread = try await group.next() else { break }
                received.append(thread)
            }
            return received
        }
    }

    /// Words that no other number has, so that nothing is much alike.
    private static func account(_ number: Int) -> Answers {
        var answers = Answers(.activity)
        let letters = String(decoding: String(number).utf8.map { $0 + 0x31 }, as: UTF8.self)
        answers["narrative"] = [["Made", "up", "for", "measuring"].map { "\($0)\(letters)" }.joined(separator: " ")]
        answers["sign"] = [ActivityForm.signs[number % ActivityForm.signs.count]]
        return answers
    }

    private static func copy(_ number: Int) -> Answers {
        var answers = Answers(.activity)
        answers["narrative"] = [
            "Made up for measuring a flood: somebody asked many people to send this, and every tenth has put a word of their"
                + " own at its end\(number % 10 == 0 ? ", such as \(number)" : "")."
        ]
        return answers
    }

    private func markClosed(_ threads: [RecordID]) async throws {
        try await database.write { db in
            for thread in threads {
                try db.execute("UPDATE thread SET status = 'closed', wake = 0 WHERE thread_id = \(thread.bytes)")
                try db.execute("UPDATE item SET status = 'opened' WHERE thread_id = \(thread.bytes)")
                try db.execute(
                    "UPDATE item SET status = 'decided', decided_person = 'measuring' WHERE thread_id = \(thread.bytes)"
                )
            }
        }
    }
}
