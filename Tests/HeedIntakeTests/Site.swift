import HeedCore
import HeedIntake
import HeedLedger
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Logging
import Synchronization

/// One intake on a fresh store, with a clock that a test moves.
/// On PostgreSQL the intake has only the rights of its role; the test looks in as the owner.
struct Site: Sendable {
    let force: Force
    /// The owner's.
    let database: Database
    /// The intake's own.
    let door: Database
    let commits: GroupCommit
    let audit: AuditWriter
    let intake: Intake
    let keys: IntakeKeys
    let log: LogTrap
    let time: TestClock

    static func on(
        _ engine: Engine, capacity: Int = 2_048, budget: Duration = .milliseconds(20),
        _ body: (Site) async throws -> Void
    ) async throws {
        try await engine.withPlace { place in
            let owner = try place.open()
            try await Migrations().apply(to: owner)
            try await PostgresRoles().grant(on: owner)
            let door = engine == .postgres ? try place.open(user: PostgresRoles.intake) : owner
            try await body(Site(owner, door: door, capacity: capacity, budget: budget))
            if engine == .postgres { await door.close() }
            await owner.close()
        }
    }

    init(
        _ database: Database, door: Database? = nil, force: Force = Force(), capacity: Int = 2_048,
        budget: Duration = .milliseconds(20)
    ) throws {
        self.force = force
        self.database = database
        let door = door ?? database
        self.door = door
        let time = TestClock(milliseconds: Int64(Force.t0) * 1_000 + 3 * 86_400_000)
        self.time = time
        commits = GroupCommit(database: door, capacity: capacity, budget: budget)
        let recipient = try force.audit.recipient
        audit = AuditWriter(role: "intake") { key in
            let sealed = try SealedObject.seal(key, to: [recipient])
            return sealed.header + sealed.payload
        }
        keys = try force.load(force.manifest())
        log = LogTrap()
        intake = Intake(
            database: door, commits: commits, audit: audit, keys: keys, calendar: force.calendar,
            clock: Clock { Instant(milliseconds: time.milliseconds) }, settings: IntakeSettings(dataDirectory: nil),
            logger: log.logger())
    }

    func submission(
        _ words: String = "A grey van with no plates stops behind the mill every night.",
        code: ReporterCode = .issue(), thread: RecordID = .random(), inDanger: Bool = false,
        _ more: [String: [String]] = [:]
    ) -> Submission {
        var answers = Answers(.activity)
        answers["narrative"] = [words]
        for (name, values) in more { answers[name] = values }
        return Submission(code: code, thread: thread, answers: answers, inDanger: inDanger, language: "en")
    }

    func submit(_ submission: Submission) async throws -> Acknowledgement {
        try await SubmitReport(intake).perform(submission)
    }

    /// The same site with other keys or settings.
    func intake(with keys: IntakeKeys? = nil, settings: IntakeSettings? = nil) throws -> Intake {
        Intake(
            database: door, commits: commits, audit: audit, keys: keys ?? self.keys, calendar: force.calendar,
            clock: intakeClock, settings: settings ?? IntakeSettings(dataDirectory: nil), logger: log.logger())
    }

    func gate() -> FormGate { FormGate(intake) }

    @discardableResult
    func add(_ text: String, answering round: Int? = nil, _ code: ReporterCode) async throws -> Acknowledgement {
        try await AddFollowUp(intake).perform(text, answering: round, language: "en", code: code)
    }

    var keeper: BatchKeeper { BatchKeeper(database: database, calendar: force.calendar, clock: intakeClock) }
    var intakeClock: Clock {
        let time = time
        return Clock { Instant(milliseconds: time.milliseconds) }
    }

    /// What a person is told instead of an acknowledgement; nil if they got one.
    func refusal(of submission: Submission) async -> Refusal? {
        await refusal { try await submit(submission) }
    }

    func refusal(_ body: () async throws -> some Sendable) async -> Refusal? {
        do {
            _ = try await body()
            return nil
        } catch {
            return error as? Refusal
        }
    }

    func count(_ sql: SQL) async throws -> Int {
        try await database.read { db in try db.value(sql) ?? 0 }
    }

    /// - Parameter table: a table's name, written in a test.
    func rows(_ table: String) async throws -> Int {
        try await count("SELECT count(*) FROM \(SQL(stringLiteral: table))")
    }
}
