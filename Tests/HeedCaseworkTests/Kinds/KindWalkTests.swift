import FoundationEssentials
import HeedCasework
import HeedCore
import HeedSQL
import HeedTestKit
import Testing

@Suite("Conservation, for every kind")
struct KindWalkTests {
    /// Of suspicious activity `WalkTests` walks more closely.
    private static let kinds = ReportKind.allCases.filter { $0 != .activity }
    private static let steps = ProcessInfo.processInfo.environment["HEED_SOAK"] == nil ? 24 : 500

    @Test(
        "random steps by two of a team and a stranger never lose a report: it is open, or a named person decided it",
        .timeLimit(.minutes(60)), arguments: kinds, Engine.available)
    func walk(kind: ReportKind, engine: Engine) async throws {
        try await Station.on(engine) { station in
            var g = SeededGenerator(seed: 20_261_128)
            let team = Station.team(of: kind)
            var sessions: [String: String] = [:]
            for name in [team.first, team.second, team.stranger] { sessions[name] = try await station.signIn(name) }
            var threads: [RecordID] = []
            var (sent, taken) = (0, 0)
            for _ in 0..<Self.steps {
                if threads.isEmpty || sent < 6 && Int.random(in: 0..<8, using: &g) == 0 {
                    threads.append(try await station.report("Report \(sent)", kind: kind).thread)
                    sent += 1
                    continue
                }
                let place = threads.indices.randomElement(using: &g)!
                let name = [team.first, team.second, team.stranger].randomElement(using: &g)!
                do {
                    let number = try await step(on: threads[place], sessions[name]!, station, &g)
                    taken += 1
                    // Each further step costs more, and shows no more. A new report takes its place.
                    if number >= 16 { threads[place] = try await fresh(kind, &sent, station) }
                } catch is Refusal {}
            }
            #expect(taken > Self.steps / 8)
            try await check(sent, kind, sessions[team.first]!, threads, station)
        }
    }

    private func fresh(_ kind: ReportKind, _ sent: inout Int, _ station: Station) async throws -> RecordID {
        sent += 1
        return try await station.report("Report \(sent)", kind: kind).thread
    }

    /// Two of three times something that the page offers, else anything at all. Gives the number of the step.
    private func step(
        on thread: RecordID, _ session: String, _ station: Station, _ g: inout SeededGenerator
    ) async throws -> Int {
        let desk = station.desk
        let view = try await station.view(session, thread)
        let form = StepForm(session: session, thread: thread, version: view.version)
        let offered = Verb.allCases.filter { view.verdicts[$0] == .allowed }
        let any = Verb.allCases.randomElement(using: &g)!
        let verb = Int.random(in: 0..<3, using: &g) > 0 ? offered.randomElement(using: &g) ?? any : any
        var chance = g
        let choices = view.kind.workflow.rule(for: verb)?.records ?? []
        let answers = Dictionary(
            uniqueKeysWithValues: choices.compactMap { field -> (String, String)? in
                guard case .choice(let values) = field.control else { return nil }
                return (field.name, values.randomElement(using: &chance)!)
            })
        g = chance
        switch verb {
        case .opened: return try await OpenReport(desk).perform(form).number
        case .taken: return try await Take(desk).perform(form).number
        case .putBack: return try await PutBack(desk).perform(form).number
        case .noted: return try await AddNote(desk).perform(form, text: "A note.").number
        case .researched: return try await AddResearch(desk).perform(form, record: Station.research).number
        case .noActionProposed:
            return try await ProposeNoAction(desk).perform(form, decision: Station.noAction).number
        case .withdrawn: return try await Withdraw(desk).perform(form, reason: "").number
        case .confirmed: return try await Confirm(desk).perform(form, reason: "").number
        case .sentBack: return try await SendBack(desk).perform(form, reason: "Look again.").number
        case .closed: return try await Close(desk).perform(form).number
        case .reopened: return try await Reopen(desk).perform(form, reason: "More is known.").number
        case .partnerAsked:
            let (taken, code) = try await AskPartner(desk).perform(form) { _ in ["Words"] }
            if Bool.random(using: &g) { try await station.answer(code) }
            return taken.number
        case .partnerAnswered where !view.facts.unreadAnswers.isEmpty:
            return try await ReadPartnerAnswer(desk).perform(form, answer: view.facts.unreadAnswers.first!).number
        case .partnerWithdrawn:
            return try await WithdrawRequest(desk).perform(
                form, request: view.facts.liveRequests.first, reason: "Enough is known."
            ).number
        case .assessed:
            let said = OnlineAssessment.View.allCases.randomElement(using: &g)!
            return try await AssessOnline(desk).perform(
                form,
                assessment: OnlineAssessment(
                    view: said, offences: said == .unlawful ? [.dissemination] : [], why: "As it reads.", gist: "A page"
                )
            ).number
        default: return try await station.record(verb, session, thread, answers).number
        }
    }

    private func check(
        _ sent: Int, _ kind: ReportKind, _ session: String, _ threads: [RecordID], _ station: Station
    ) async throws {
        #expect(try await station.count("SELECT count(*) FROM item") == sent)
        #expect(try await station.count("SELECT count(*) FROM pending_leaf WHERE kind = 1") == sent)
        let decided = try await station.count("SELECT count(*) FROM item WHERE status = 'decided'")
        #expect(try await station.count("SELECT count(*) FROM pending_leaf WHERE kind = 3") == decided)
        #expect(
            try await station.count("SELECT count(*) FROM item WHERE status = 'decided' AND decided_person IS NULL")
                == 0)
        for thread in threads {
            let view = try await station.view(session, thread)
            #expect(view.warnings.isEmpty)
            #expect(view.facts.state.isOpen || view.facts.undecided.isEmpty)
            for step in view.steps where step.step.verb == .confirmed {
                guard case .answer(let number, _, _) = step.step.body else { continue }
                #expect(view.step(number)?.step.person != step.step.person)
            }
        }
    }
}
