import FoundationEssentials
import HeedCasework
import HeedCore
import HeedIntake
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Synchronization

/// A desk and an intake on one fresh store, with a clock that a test moves.
struct Station: Sendable {
    let database: Database
    let desk: Desk
    let intake: Intake
    let time: TestClock

    static func on(_ engine: Engine, _ body: (Station) async throws -> Void) async throws {
        try await engine.withStore { database in
            // What a reporter's code reaches are functions that come with the roles, on PostgreSQL.
            try await PostgresRoles().grant(on: database)
            try await body(Station(database))
        }
    }

    init(_ database: Database) async throws {
        let made = Force.made
        let time = TestClock(milliseconds: Int64(Force.t0) * 1_000 + 3 * 86_400_000 + 3_600_000)
        let clock = Clock { Instant(milliseconds: time.milliseconds) }
        self.database = database
        self.time = time
        try await database.write { db in
            try db.setCurrentBatch(3)
            for officer in made.officers {
                let certificate = officer.certificate
                try db.insert(
                    CertificateRow(
                        hash: certificate.hash, username: certificate.username, person: certificate.person,
                        note: String(decoding: officer.certificateNote, as: UTF8.self)))
                try db.insert(
                    OfficerRow(
                        username: certificate.username, certificate: certificate.hash,
                        routineFile: officer.files.routine, graveFile: officer.files.grave))
            }
            for file in made.compartmentFiles {
                guard let certificate = file.certificate else { continue }
                try db.insert(
                    CompartmentKeyRow(
                        compartment: file.compartment, epoch: file.epoch, certificate: certificate, file: file.file))
            }
        }
        desk = Desk(
            database: database, trust: Trust(manifest: made.manifest),
            sessions: SessionVault { Int(time.seconds) }, audit: try Self.audit("desk"), calendar: Force.calendar,
            clock: clock, settings: DeskSettings(logN: Force.logN), gate: ScryptGate())
        let pin = FileManager.default.temporaryDirectory.appending(path: "pin-\(RecordID.random().hex)").path
        defer { try? FileManager.default.removeItem(atPath: pin) }
        intake = Intake(
            database: database, commits: GroupCommit(database: database), audit: try Self.audit("intake"),
            keys: try IntakeKeys.load(
                manifest: made.manifestNote, origin: Force.origin, roots: made.roots.map(\.verifier),
                pin: ManifestPinFile(path: pin), receiptSeed: made.receiptSeed, batch: 3
            ).keys,
            calendar: Force.calendar, clock: clock, settings: IntakeSettings(dataDirectory: nil),
            logger: LogTrap().logger())
    }

    private static func audit(_ role: String) throws -> AuditWriter {
        let recipient = Force.made.manifest.current("audit")!.recipient
        return AuditWriter(role: role) { key in
            let sealed = try SealedObject.seal(key, to: [recipient])
            return sealed.header + sealed.payload
        }
    }

    /// The officer's next one-time code: time moves on, since a code counts once.
    func code(_ name: String) -> String {
        time.advance(seconds: 30)
        return Force.enrolled(name).totp.code(step: TOTP.step(unixSeconds: time.seconds))
    }

    func credentials(_ name: String, code: String? = nil) -> Credentials {
        Credentials(
            passphrase: Force.passphrase, secretCode: Force.enrolled(name).secretCode.grouped,
            oneTimeCode: code ?? self.code(name))
    }

    func signIn(_ name: String) async throws -> String {
        try await SignIn(desk).perform(
            SignInForm(
                username: name, passphrase: Force.passphrase,
                secretCode: Force.enrolled(name).secretCode.grouped, totp: code(name))
        ).value
    }

    /// A report from the public, and the code to come back with.
    @discardableResult
    func report(
        _ words: String = "A grey van stops behind the mill every night.", inDanger: Bool = false,
        signals: [LaneSignal] = [], code: ReporterCode? = nil,
        kind: ReportKind = .activity, _ more: [String: [String]] = [:]
    ) async throws -> (thread: RecordID, code: ReporterCode) {
        var answers = Answers(kind)
        answers["narrative"] = [words]
        for (name, values) in more { answers[name] = values }
        let (thread, code) = (RecordID.random(), code ?? ReporterCode.issue())
        _ = try await SubmitReport(intake).perform(
            Submission(
                code: code, thread: thread, answers: answers, inDanger: inDanger, language: "en", signals: signals))
        return (thread, code)
    }

    func followUp(_ text: String, _ code: ReporterCode, signals: [LaneSignal] = []) async throws {
        _ = try await AddFollowUp(intake).perform(text, language: "en", signals: signals, code: code)
    }

    /// The form of a page that shows the report as it stands.
    func form(_ session: String, _ thread: RecordID) async throws -> StepForm {
        let view = try await OpenCase(desk).perform(session: session, thread: thread)
        return StepForm(session: session, thread: thread, version: view.version)
    }

    func view(_ session: String, _ thread: RecordID) async throws -> CaseView {
        try await OpenCase(desk).perform(session: session, thread: thread)
    }

    func count(_ sql: SQL) async throws -> Int {
        try await database.read { db in try db.value(sql) ?? 0 }
    }

    /// The refusal of an action; nil if it was done.
    func refusal(_ body: () async throws -> some Sendable) async -> Refusal? {
        do {
            _ = try await body()
            return nil
        } catch {
            return error as? Refusal
        }
    }
}
