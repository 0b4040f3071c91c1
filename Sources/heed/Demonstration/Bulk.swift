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

    func fill(open: Int, closed: Int) async throws {
        let finished = try await submit(closed)
        for start in stride(from: 0, to: finished.count, by: 200) {
            try await markClosed(Array(finished[start..<min(start + 200, finished.count)]))
        }
        _ = try await submit(open)
    }

    private func submit(_ count: Int) async throws -> [RecordID] {
        try await withThrowingTaskGroup(of: RecordID.self) { group in
            var sent = 0
            var received: [RecordID] = []
            while received.count < count {
                while sent < count, sent - received.count < Self.callers {
                    sent += 1
                    group.addTask { [intake, number = sent] in
                        var answers = Answers()
                        answers["narrative"] = ["Made up for measuring, number \(number)."]
                        answers["sign"] = [ActivityForm.signs[number % ActivityForm.signs.count]]
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
