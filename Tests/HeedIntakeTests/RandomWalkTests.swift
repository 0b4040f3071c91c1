import Foundation
import HeedCore
import HeedIntake
import HeedLedger
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("Conservation")
struct RandomWalkTests {
    /// Of twenty sends each: 10,000 sends where the long tests run, fewer where every build does.
    static let rounds = ProcessInfo.processInfo.environment["HEED_SOAK"] == nil ? 40 : 500

    /// The seed is fixed, so that a failure can be run again.
    @Test("over many random sends with failing commits, what is stored is what was acknowledged")
    func walk() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            var generator = SeededGenerator(seed: 0x4845_4544)
            var model = Model()
            for round in 0..<Self.rounds {
                if Int.random(in: 0..<10, using: &generator) == 0 {
                    site.time.advance(seconds: 86_400)
                    try await site.keeper.advance()
                }
                // Twenty at once, some for the same thread, some the same send twice.
                let moves = (0..<20).map { model.pick(round * 20 + $0, site, &generator) }
                let failing = Int.random(in: 0..<8, using: &generator) == 0
                let answers = try await site.send(moves, failing: failing)
                for (move, answer) in zip(moves, answers).sorted(by: { $0.1.isNew && !$1.1.isNew }) {
                    // A repeat writes nothing, so nothing fails: it has been stored before.
                    if let answer { model.take(answer, for: move, mustBeRepeat: failing) }
                    #expect(answer != nil || failing, "round \(round)")
                }
            }
            let acknowledged = model.receipts.count
            #expect(acknowledged > Self.rounds * 2 && acknowledged < Self.rounds * 18)
            for table in ["item", "pending_leaf", "audit"] { #expect(try await site.rows(table) == acknowledged) }
            #expect(try await site.rows("thread") == model.codes.count)
            #expect(model.disagreements.isEmpty, "\(model.disagreements.prefix(5))")
            let entries = try await site.database.read { db in
                try db.fetch("SELECT entry FROM pending_leaf").map { row -> [UInt8] in try row[0] }
            }
            let promised = try model.receipts.map {
                try Receipt(parsing: SignedNote(parsing: Array($0.utf8)).text).entry
            }
            #expect(Set(entries) == Set(promised))
        }
    }

    enum Move: Sendable {
        case report(Submission)
        case addition(String, ReporterCode)
    }

    /// What the walk believes: the codes in use and the receipt of every different content sent.
    struct Model {
        var codes: [Submission] = []
        var receiptOf: [String: String] = [:]
        var disagreements: [String] = []
        var receipts: Set<String> = []

        mutating func pick(_ step: Int, _ site: Site, _ generator: inout SeededGenerator) -> Move {
            let old = codes.suffix(40).randomElement(using: &generator)
            switch (Int.random(in: 0..<10, using: &generator), old) {
            case (0, _), (_, nil): return .report(site.submission("Report \(step)"))
            case (1..<3, let old?): return .report(old)
            case (3, let old?):
                var changed = old
                changed.answers["where"] = ["Place \(Int.random(in: 0..<3, using: &generator))"]
                return .report(changed)
            case (_, let old?): return .addition("Addition \(Int.random(in: 0..<4, using: &generator))", old.code)
            }
        }

        mutating func take(_ answer: Acknowledgement, for move: Move, mustBeRepeat: Bool) {
            let key: String
            switch move {
            case .report(let sent):
                key = "\(sent.code.symbols) \(sent.answers.text("narrative")) \(sent.answers.text("where"))"
                if answer.kind == .report { codes.append(sent) }
            case .addition(let text, let code): key = "\(code.symbols) \(text)"
            }
            if case .repeated = answer.kind {
                if receiptOf[key] != answer.receipt { disagreements.append(key) }
            } else if mustBeRepeat {
                disagreements.append("stored without its audit row: \(key)")
            } else {
                // After the window the same words are an item of their own, whose receipt a repeat then gets.
                receiptOf[key] = answer.receipt
                if !receipts.insert(answer.receipt).inserted {
                    disagreements.append("one receipt for two items: \(key)")
                }
            }
        }
    }
}

extension Site {
    /// - Parameter failing: audit rows cannot be written, so that transactions fail as they commit.
    /// - Returns: for each move nil where a person was told that nothing was stored.
    func send(_ moves: [RandomWalkTests.Move], failing: Bool) async throws -> [Acknowledgement?] {
        let broken = Intake(
            database: door, commits: commits, audit: AuditWriter(role: "broken") { _ in throw SQLError.full },
            keys: keys, calendar: force.calendar, clock: intakeClock, settings: IntakeSettings(dataDirectory: nil),
            logger: log.logger())
        let door = failing ? broken : intake
        return try await withThrowingTaskGroup(of: (Int, Acknowledgement?).self) { group in
            for (index, move) in moves.enumerated() {
                group.addTask {
                    do {
                        return (index, try await send(move, to: door))
                    } catch Refusal.closed where failing {
                        return (index, nil)
                    }
                }
            }
            return try await group.reduce(into: [Acknowledgement?](repeating: nil, count: moves.count)) {
                $0[$1.0] = $1.1
            }
        }
    }

    private func send(_ move: RandomWalkTests.Move, to intake: Intake) async throws -> Acknowledgement {
        switch move {
        case .report(let submission): try await SubmitReport(intake).perform(submission)
        case .addition(let text, let code): try await AddFollowUp(intake).perform(text, language: "en", code: code)
        }
    }
}

extension Acknowledgement? {
    /// Stored just now, rather than before.
    fileprivate var isNew: Bool {
        switch self?.kind {
        case .report, .followUp: true
        case .repeated, nil: false
        }
    }
}
