import HeedCasework
import HeedCore
import HeedIntake
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedVault

/// Tells the demonstration's story through the same actions that people use: nothing is written behind their back.
struct DemonstrationStory {
    let intake: Intake
    let desk: Desk
    let keeper: BatchKeeper
    let time: StoryClock
    let analyst: StoryOfficer
    let supervisor: StoryOfficer
    let prevent: StoryOfficer

    /// Sets the scene in a new installation and tells the story there.
    static func tell(in folder: DataFolder, by result: CeremonyResult, until now: Instant) async throws {
        let time = StoryClock(at: now + -41 * 86_400)
        let installation = try await Installation.open(folder, clock: time.clock)
        let wiring = try await Wiring(installation, role: .desk, logger: RoleProcess.logger(.desk))
        let desk = wiring.desk()
        guard let analyst = StoryOfficer("avery", in: result, desk: desk, time: time),
            let supervisor = StoryOfficer("casey", in: result, desk: desk, time: time),
            let prevent = StoryOfficer("frankie", in: result, desk: desk, time: time)
        else { return }
        try await DemonstrationStory(
            intake: wiring.intake(), desk: desk,
            keeper: BatchKeeper(database: wiring.database, calendar: installation.calendar, clock: time.clock),
            time: time,
            analyst: analyst, supervisor: supervisor, prevent: prevent
        ).tell(until: now)
        await wiring.database.close()
    }

    /// Old reports first, so that their promises have run; then the last day's; then what has just come in.
    func tell(until now: Instant) async throws {
        try await tell(DemonstrationReports.finished, from: now + -40 * 86_400)
        try await tell(DemonstrationReports.working + DemonstrationReports.waiting, from: now + -10 * 3_600)
        time.move(to: now + -40 * 60)
        try await DemonstrationPartners(intake: intake, desk: desk, officer: prevent).tell()
        try await DemonstrationOnline(intake: intake, desk: desk, officer: analyst).tell()
        try await tell(DemonstrationReports.fresh + DemonstrationReports.others, from: now + -20 * 60)
    }

    private func tell(_ reports: [DemonstrationReport], from start: Instant) async throws {
        time.move(to: start)
        try await keeper.advance()
        let (first, second) = (try await analyst.signIn(), try await supervisor.signIn())
        for report in reports {
            let code = ReporterCode.issue()
            let thread = RecordID.random()
            _ = try await SubmitReport(intake).perform(
                Submission(
                    code: code, thread: thread, answers: report.filled, inDanger: report.isDanger, language: "en",
                    signals: report.signals))
            var journey = StoryCase(
                thread: thread, desk: desk, analyst: analyst, supervisor: supervisor, first: first, second: second)
            for act in report.journey.acts { try await journey.take(act) }
            if let followUp = report.followUp {
                _ = try await AddFollowUp(intake).perform(followUp, language: "en", code: code)
            }
            if report.journey == .reopened, report.followUp != nil { try await journey.take(.openFollowUp) }
        }
    }
}

extension DemonstrationReport {
    /// The form as the reporter filled it in.
    var filled: Answers {
        var filled = Answers(kind)
        filled["narrative"] = [words]
        for (name, values) in answers { filled[name] = values }
        if filled["contact"].isEmpty { filled["contact"] = ["code"] }
        return filled
    }
}

extension DemonstrationReport.Path {
    /// What officers do on the way there, in order.
    enum Act: Sendable {
        case open, handOver, putBack, triage, research, ask, propose, refuse, authorise, decide, actFirst, ratify
        case proposeNoAction, sendBack, confirm, close, reopen, openFollowUp
    }

    var acts: [Act] {
        switch self {
        case .untouched: []
        case .opened: [.open]
        case .handedOver: [.open, .handOver]
        case .putBack: [.open, .putBack]
        case .triaged: [.open, .triage]
        case .researched: [.open, .triage, .research]
        case .messaged: [.open, .triage, .ask]
        case .proposed: [.open, .triage, .research, .propose]
        case .refused: [.open, .triage, .research, .propose, .refuse]
        case .authorised: [.open, .triage, .research, .propose, .authorise]
        case .carriedOut: [.open, .triage, .research, .propose, .authorise, .decide]
        case .actedFirst: [.open, .triage, .actFirst]
        case .ratified: [.open, .triage, .actFirst, .ratify]
        case .noActionProposed: [.open, .triage, .proposeNoAction]
        case .sentBack: [.open, .triage, .proposeNoAction, .sendBack]
        case .decided: [.open, .triage, .proposeNoAction, .confirm]
        case .closed: [.open, .triage, .proposeNoAction, .confirm, .close]
        case .reopened: [.open, .triage, .proposeNoAction, .confirm, .close, .reopen]
        }
    }
}
