import FoundationEssentials
import HeedCasework
import HeedCore
import HeedTestKit
import Testing

@Suite("Races, for every kind")
struct KindRaceTests {
    /// 40 where the long tests run, fewer where every build does.
    private static let rounds = ProcessInfo.processInfo.environment["HEED_SOAK"] == nil ? 2 : 40

    @Test(
        "one's own proposal to do nothing is never confirmed, however fast one posts while another takes it back",
        .timeLimit(.minutes(30)), arguments: ReportKind.allCases, Engine.available)
    func doingNothing(kind: ReportKind, engine: Engine) async throws {
        try await Station.on(engine) { station in
            let desk = station.desk
            let team = Station.team(of: kind)
            let first = try await station.signIn(team.first)
            let second = try await station.signIn(team.second)
            for round in 0..<Self.rounds {
                let thread = try await station.proposedToDoNothing(kind, by: first)
                let (own, others) = (try await station.form(first, thread), try await station.form(second, thread))
                async let mine = station.refusal { try await Confirm(desk).perform(own, reason: "Mine.") }
                async let taken = station.refusal { try await Withdraw(desk).perform(own, reason: "Wait.") }
                async let theirs = station.refusal { try await Confirm(desk).perform(others, reason: "Yes.") }
                async let again = station.refusal { try await Confirm(desk).perform(others, reason: "Yes.") }
                let (refused, withdrawn, confirmed, replayed) = await (mine, taken, theirs, again)

                #expect(refused != nil, "round \(round): one confirmed what one proposed")
                #expect([withdrawn, confirmed, replayed].count { $0 == nil } == 1, "round \(round)")
                let view = try await station.view(first, thread)
                let answers = view.steps.filter { [.confirmed, .withdrawn].contains($0.step.verb) }
                #expect(answers.count == 1 && view.warnings.isEmpty)
                #expect((view.facts.state == .decided) == (withdrawn != nil))
            }
        }
    }
}

extension Station {
    /// A report of that kind for which one of its team has proposed no further action.
    func proposedToDoNothing(_ kind: ReportKind, by session: String) async throws -> RecordID {
        let thread = try await report("Nothing, it turned out.", kind: kind).thread
        _ = try await OpenReport(desk).perform(StepForm(session: session, thread: thread, version: 0))
        switch kind {
        case .activity:
            _ = try await Triage(desk).perform(form(session, thread), assessment: Self.triage)
        case .online:
            _ = try await AssessOnline(desk).perform(
                form(session, thread),
                assessment: OnlineAssessment(view: .elsewhere, offences: [], why: "As it reads.", gist: "A page"))
        case .prevent:
            try await record(.screened, session, thread)
            try await record(.weighed, session, thread, ["fits": "nothing"])
        case .protect:
            try await record(.weighed, session, thread)
        case .engagement, .general:
            break
        }
        _ = try await ProposeNoAction(desk).perform(form(session, thread), decision: Self.noAction)
        return thread
    }
}
