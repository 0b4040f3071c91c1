import FoundationEssentials
import HeedCasework
import HeedContent
import HeedCore
import HeedIntake
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import HeedWeb
import Hummingbird
import HummingbirdTesting
import Logging

@testable import HeedDesk

/// A desk on a fresh store, reached as a browser reaches it, with a clock that a test moves.
struct Premises: Sendable {
    static let origin = "http://localhost"

    let database: Database
    let desk: Desk
    let intake: Intake
    let console: Console
    let time: TestClock
    let client: any TestClientProtocol

    static func open(_ body: @escaping @Sendable (Premises) async throws -> Void) async throws {
        try await Engine.sqlite.withStore { database in
            let (desk, intake, console, time) = try await make(database)
            let app = try Listener(host: "127.0.0.1", port: 0).application(
                for: console.site, logger: Logger(label: "desk-tests") { _ in SwiftLogNoOpLogHandler() })
            try await app.test(.router) { client in
                try await body(
                    Premises(
                        database: database, desk: desk, intake: intake, console: console, time: time, client: client))
            }
        }
    }

    /// The program's own words, read once for all tests.
    private static let catalogue = Result {
        try Catalogue.load(directories: [ContentFolder.locate("Locales", of: "HeedContent")])
    }

    private static func make(_ database: Database) async throws -> (Desk, Intake, Console, TestClock) {
        let made = Staff.made
        let time = TestClock(milliseconds: Int64(Staff.t0) * 1_000 + 3 * 86_400_000 + 3_600_000)
        let clock = Clock { Instant(milliseconds: time.milliseconds) }
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
        let desk = Desk(
            database: database, trust: Trust(manifest: made.manifest), sessions: SessionVault { Int(time.seconds) },
            audit: audit("desk"), calendar: Staff.calendar, clock: clock, settings: DeskSettings(logN: Staff.logN),
            gate: ScryptGate())
        let pin = FileManager.default.temporaryDirectory.appending(path: "pin-\(RecordID.random().hex)").path
        defer { try? FileManager.default.removeItem(atPath: pin) }
        let intake = Intake(
            database: database, commits: GroupCommit(database: database), audit: audit("intake"),
            keys: try IntakeKeys.load(
                manifest: made.manifestNote, origin: Staff.origin, roots: made.roots.map(\.verifier),
                pin: ManifestPinFile(path: pin), receiptSeed: made.receiptSeed, batch: 3
            ).keys,
            calendar: Staff.calendar, clock: clock, settings: IntakeSettings(dataDirectory: nil),
            logger: Logger(label: "desk-tests") { _ in SwiftLogNoOpLogHandler() })
        let keys = FormKeys(day: 1)
        let console = try Console(
            settings: ConsoleSettings(forceName: "Exampleton Police", origins: [origin]), catalogue: catalogue.get(),
            desk: desk, intake: intake, keys: { keys }, isTLS: false)
        return (desk, intake, console, time)
    }

    private static func audit(_ role: String) -> AuditWriter {
        AuditWriter(role: role) { key in
            let sealed = try SealedObject.seal(key, to: [Staff.made.manifest.current("audit")!.recipient])
            return sealed.header + sealed.payload
        }
    }

    // MARK: People

    /// The officer's next one-time code: time moves on, since a code counts once.
    func code(_ name: String) -> String {
        time.advance(seconds: 30)
        return Staff.enrolled(name).totp.code(step: TOTP.step(unixSeconds: time.seconds))
    }

    func credentials(_ name: String) -> [(String, String)] {
        [
            ("passphrase", Staff.passphrase), ("secret_code", Staff.enrolled(name).secretCode.grouped),
            ("totp", code(name)),
        ]
    }

    func signIn(_ name: String) async throws -> Browser {
        let browser = Browser(client)
        let door = try await browser.get("/sign-in")
        _ = try await browser.submit(try door.form("/sign-in"), [("username", name)] + credentials(name))
        return browser
    }

    // MARK: Reports

    @discardableResult
    func report(
        _ words: String = "A grey van stops behind the mill every night.", inDanger: Bool = false,
        signals: [LaneSignal] = [], kind: ReportKind = .activity, _ more: [String: [String]] = [:]
    ) async throws -> (thread: RecordID, code: ReporterCode) {
        var answers = Answers(kind)
        answers["narrative"] = [words]
        for (name, values) in more { answers[name] = values }
        let (thread, code) = (RecordID.random(), ReporterCode.issue())
        _ = try await SubmitReport(intake).perform(
            Submission(
                code: code, thread: thread, answers: answers, inDanger: inDanger, language: "en", signals: signals))
        return (thread, code)
    }

    func followUp(_ words: String, _ code: ReporterCode, signals: [LaneSignal] = []) async throws {
        _ = try await AddFollowUp(intake).perform(words, language: "en", signals: signals, code: code)
    }

    func count(_ sql: SQL) async throws -> Int { try await database.read { db in try db.value(sql) ?? 0 } }
    func steps() async throws -> Int { try await count("SELECT count(*) FROM event") }

    // MARK: Ways through the pages that many tests start from

    func open(_ browser: Browser, _ thread: RecordID) async throws -> Sheet {
        let page = try await browser.get("/report/\(thread.hex)")
        return try await browser.submit(try page.form("/report/\(thread.hex)/open"))
    }

    func write(
        _ browser: Browser, _ thread: RecordID, _ slug: String, _ fields: [(String, String)]
    ) async throws -> Sheet {
        let page = try await browser.get("/report/\(thread.hex)/\(slug)")
        return try await browser.submit(try page.form("/report/\(thread.hex)/\(slug)"), fields)
    }

    func triageAndResearch(_ browser: Browser, _ thread: RecordID) async throws {
        _ = try await open(browser, thread)
        _ = try await write(
            browser, thread, "triage", [("threat", "unclear"), ("risk", "low"), ("gist", "Van at a yard")])
        _ = try await write(
            browser, thread, "research",
            [("system", "vehicle register"), ("sought", "the plate"), ("result", "nothing")])
    }

    func propose(_ name: String, _ browser: Browser, _ thread: RecordID) async throws -> Sheet {
        let page = try await browser.get("/report/\(thread.hex)/propose")
        let shown = try await browser.submit(
            try page.form("/sign-in/\(thread.hex)/propose"),
            [("act", "Visit the yard within 48 h"), ("why", "To see what is stored"), ("research", "3")])
        return try await browser.submit(try shown.form("/sign-in/\(thread.hex)/propose"), credentials(name))
    }
}

/// The people of a made-up police force: what a ceremony makes, at test cost, once for all tests.
enum Staff {
    static let origin = "tips.example.test/ledger"
    static let t0 = 1_799_971_200
    static let logN = 8
    static let passphrase = "nine plain words"

    /// Elder is Alder's other account: one person.
    static let people: [(name: String, person: String, role: Role)] = [
        ("alder", "p1", .officer), ("birch", "p2", .officer), ("cedar", "p3", .supervisor),
        ("dogwood", "p4", .supervisor), ("elder", "p1", .supervisor), ("fir", "p5", .prevent),
        ("gorse", "p6", .auditor), ("hazel", "p7", .administrator), ("iris", "p8", .callTaker),
        ("juniper", "p9", .protect), ("kelp", "p10", .communications),
    ]

    static let made: CeremonyResult = {
        do {
            return try Ceremony.perform(
                CeremonyPlan(
                    parameters: LedgerParameters(origin: origin, instance: Instance(origin: origin).id, t0: t0),
                    officers: people.map { person in
                        PlannedOfficer(
                            username: person.name, person: person.person, name: person.name.capitalized,
                            roles: [try OfficerRole(number: person.role.number, title: person.role.title)],
                            compartments: person.role.compartments.map(\.rawValue),
                            isRegistrar: ["cedar", "dogwood"].contains(person.name), passphrase: passphrase)
                    },
                    manifestExpires: UTCDate(unixSeconds: t0 + 400 * 86_400),
                    certificatesValid: BatchRange(first: 0, last: 10_000),
                    receiptKeyValid: BatchRange(first: 0, last: 10_000), logN: logN))
        } catch {
            fatalError("the ceremony of the tests failed: \(error)")
        }
    }()

    static let calendar = made.parameters.calendar(promises: made.manifest.promises)

    static func enrolled(_ name: String) -> EnrolledOfficer {
        made.officers.first { $0.certificate.username == name }!
    }
}
