import HeedCasework
import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore
import HeedTestKit
import Testing

@Suite("Surveys")
struct SurveyTests {
    private static let weakPoints = "The side door does not lock."

    @Test(
        "what a survey found opens to who holds its key, with a reason on record, and to no colleague",
        arguments: Engine.available)
    func opened(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let thread = try await station.surveyed(by: "juniper", saying: Self.weakPoints)
            let juniper = try await station.signIn("juniper")
            let view = try await station.view(juniper, thread)
            #expect(view.warnings.isEmpty && view.hasSurvey)
            // No word of it in the enquiry's own record.
            let said = view.steps.map { "\($0.step.body)\($0.statement)" }.joined()
            #expect(!said.contains("side door") && !said.contains("A lock"))
            let open = OpenSurveys(station.desk)
            func read(_ session: String, _ reason: String, _ typed: Credentials) async throws -> [Redacted<Survey>] {
                try await open.perform(session: session, thread: thread, reason: reason, proof: .typed(typed))
            }
            #expect(
                await station.refusal { try await read(juniper, " ", station.credentials("juniper")) }
                    == .notValid([FieldProblem(field: "reason", key: "problem.reason.empty")]))
            let wrong = station.credentials("juniper", code: "000000")
            #expect(await station.refusal { try await read(juniper, "Now.", wrong) } == .notAllowed(.cannotUnlock))
            #expect(try await station.audited(.surveyOpened) == [])
            let surveys = try await read(juniper, "The visit is tomorrow.", station.credentials("juniper"))
            #expect(surveys.map(\.value.weakPoints) == [Self.weakPoints])
            #expect(try await station.audited(.surveyOpened) == ["The visit is tomorrow."])

            let oak = try await station.signIn("oak")
            #expect(try await station.view(oak, thread).hasSurvey)
            #expect(
                await station.refusal { try await read(oak, "Looking.", station.credentials("oak")) }
                    == .notFound)
            #expect(
                await station.refusal {
                    try await RecordSurvey(station.desk).perform(
                        station.form(oak, thread), day: "2027-03-02", weakPoints: "Words", recommended: "Words")
                } != nil)
        }
    }

    @Test("another survey put in its place is shown to nobody")
    func replaced() async throws {
        try await Station.on(.sqlite) { station in
            let first = try await station.surveyed(by: "juniper")
            let second = try await station.surveyed(by: "juniper", saying: "Nothing at all.")
            _ = try await station.database.write { db in
                let rows = try db.fetch(
                    "SELECT object_id, thread_id FROM wrap WHERE compartment = 'survey'"
                ).map { row -> ([UInt8], [UInt8]) in (try row["object_id"], try row["thread_id"]) }
                let mine = rows.first { $0.1 == first.bytes }!.0
                let other = rows.first { $0.1 == second.bytes }!.0
                try db.execute(
                    """
                    UPDATE wrap SET header = (SELECT header FROM wrap WHERE object_id = \(other)),
                        kc = (SELECT kc FROM wrap WHERE object_id = \(other)),
                        payload_digest = (SELECT payload_digest FROM wrap WHERE object_id = \(other))
                    WHERE object_id = \(mine)
                    """)
                try db.execute(
                    """
                    UPDATE body SET payload = (SELECT payload FROM body WHERE object_id = \(other))
                    WHERE object_id = \(mine)
                    """)
            }
            let juniper = try await station.signIn("juniper")
            #expect(
                await station.refusal {
                    try await OpenSurveys(station.desk).perform(
                        session: juniper, thread: first, reason: "To see.", proof: .signedInNow)
                } == .notNow("refusal.unreadable"))
        }
    }
}
