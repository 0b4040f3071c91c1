import FoundationEssentials
import HeedCasework
import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("Conservation")
struct WalkTests {
    /// 10,000 steps where the long tests run, in twenty stores side by side; fewer where every build does. What has
    /// been walked far enough is looked at again and again, so one store of 10,000 steps would take hours.
    private static let isLong = ProcessInfo.processInfo.environment["HEED_SOAK"] != nil
    private static let steps = isLong ? 500 : 100
    private static let seeds: Range<UInt64> = 20_261_122..<(isLong ? 20_261_142 : 20_261_123)

    /// What people do, at random; most of it is refused by some rule.
    private enum Act: CaseIterable {
        case report, followUp, open, openFollowUp, take, putBack, handOver, bringBack, triage, research, note, mark
        case ask, propose, authorise, refuse, withdraw, actFirst, ratify, notRatify
        case noAction, confirm, sendBack, decide, close, reopen

        var verb: Verb? {
            switch self {
            case .report, .followUp, .openFollowUp, .mark: nil
            case .open: .opened
            case .take: .taken
            case .putBack: .putBack
            case .handOver: .handedOver
            case .bringBack: .broughtBack
            case .triage: .triaged
            case .research: .researched
            case .note: .noted
            case .ask: .messaged
            case .propose: .proposed
            case .authorise: .authorised
            case .refuse: .refused
            case .withdraw: .withdrawn
            case .actFirst: .actedFirst
            case .ratify: .ratified
            case .notRatify: .notRatified
            case .noAction: .noActionProposed
            case .confirm: .confirmed
            case .sendBack: .sentBack
            case .decide: .decided
            case .close: .closed
            case .reopen: .reopened
            }
        }
    }

    @Test(
        "random steps by several people never lose a report: it is open, or a named person decided it",
        .timeLimit(.minutes(60)), arguments: seeds, isLong ? Engine.available : [.sqlite])
    func walk(seed: UInt64, engine: Engine) async throws {
        try await Station.on(engine) { station in
            var g = SeededGenerator(seed: seed)
            var walk = Walk(station: station)
            var (taken, refused) = (0, 0)
            for step in 0..<Self.steps {
                let act = walk.threads.isEmpty ? .report : Act.allCases.randomElement(using: &g)!
                do {
                    try await perform(act, &walk, &g)
                    taken += 1
                } catch is Refusal {
                    refused += 1
                }
                if step % 100 == 99 { try await check(walk) }
            }
            try await check(walk)
            try await checkRested(walk)
            let reports = walk.threads.count + walk.rested.count
            print(
                "walk on \(engine): \(Self.steps) steps, \(taken) taken, \(refused) refused, \(reports) reports, none lost"
            )
        }
    }

    /// A report that many steps were taken on is left alone: each further one costs more, and shows no more.
    private static let longest = 12

    private struct Walk {
        let station: Station
        /// Reports that were walked far enough. They stay counted, and are looked at once more at the end.
        var rested: [RecordID] = []
        var threads: [(thread: RecordID, code: ReporterCode)] = []
        var items = 0
        var sessions: [String: String] = [:]

        mutating func session(_ name: String) async throws -> String {
            if let known = sessions[name], case .open = try await station.desk.view(session: known) { return known }
            let fresh = try await station.signIn(name)
            sessions[name] = fresh
            return fresh
        }
    }

    private func perform(_ act: Act, _ walk: inout Walk, _ g: inout SeededGenerator) async throws {
        let station = walk.station
        let desk = station.desk
        let name = ["alder", "birch", "cedar", "dogwood", "elder"].randomElement(using: &g)!
        let session = try await walk.session(name)
        if act == .report || walk.threads.isEmpty {
            guard walk.threads.count < 12 else { return }
            walk.threads.append(
                try await station.report(
                    "Report \(walk.items)", inDanger: .random(using: &g),
                    signals: Bool.random(using: &g) ? [.quick] : []))
            walk.items += 1
            return
        }
        let place = walk.threads.indices.randomElement(using: &g)!
        let (thread, code) = walk.threads[place]
        if act == .followUp {
            try await station.followUp("More \(walk.items)", code)
            walk.items += 1
            return
        }
        let view = try await station.view(session, thread)
        if view.version >= Self.longest {
            walk.rested.append(walk.threads.remove(at: place).thread)
            return
        }
        let form = StepForm(session: session, thread: thread, version: view.version)
        // Two of three times something that the page offers, else anything at all.
        let offered = Act.allCases.filter { $0.verb.map { view.verdicts[$0] == .allowed } ?? false }
        let act = Int.random(in: 0..<3, using: &g) > 0 ? offered.randomElement(using: &g) ?? act : act
        func grave(_ prepared: PreparedStatement) async throws {
            _ = try await Propose(desk).sign(
                session: session, token: prepared.token, credentials: station.credentials(name))
        }
        switch act {
        case .report, .followUp: break
        case .open: _ = try await OpenReport(desk).perform(form)
        case .openFollowUp: _ = try await OpenReport(desk).perform(form, item: 1)
        case .take: _ = try await Take(desk).perform(form)
        case .putBack: _ = try await PutBack(desk).perform(form)
        case .handOver: _ = try await HandOver(desk).perform(form, to: "birch")
        case .bringBack: _ = try await BringBack(desk).perform(form)
        case .triage: _ = try await Triage(desk).perform(form, assessment: Station.triage)
        case .research: _ = try await AddResearch(desk).perform(form, record: Station.research)
        case .note: _ = try await AddNote(desk).perform(form, text: "A note.")
        case .mark: _ = try await MarkAnswer(desk).perform(form, item: 0, field: "narrative", mark: .observed)
        case .ask: _ = try await SendQuestions(desk).perform(form, questions: ["when-last"])
        case .propose: try await grave(Propose(desk).prepare(form, proposal: Station.proposal))
        case .authorise: try await grave(Authorise(desk).prepare(form, reason: "Yes."))
        case .refuse: _ = try await Refuse(desk).perform(form, reason: "No.")
        case .withdraw: _ = try await Withdraw(desk).perform(form, reason: "Not yet.")
        case .actFirst: try await grave(ActFirst(desk).prepare(form, proposal: Station.proposal))
        case .ratify: try await grave(Ratify(desk).prepare(form, reason: "Yes."))
        case .notRatify: _ = try await NotRatify(desk).perform(form, reason: "No.")
        case .noAction: _ = try await ProposeNoAction(desk).perform(form, decision: Station.noAction)
        case .confirm: _ = try await Confirm(desk).perform(form, reason: "Agreed.")
        case .sendBack: _ = try await SendBack(desk).perform(form, reason: "Look again.")
        case .decide: _ = try await Decide(desk).perform(form, decision: Station.action)
        case .close: _ = try await Close(desk).perform(form)
        case .reopen: _ = try await Reopen(desk).perform(form, reason: "New information.")
        }
    }

    /// received = open + decided, item by item; leaves and steps agree; every thread verifies and is where its queue
    /// would show it.
    private func check(_ walk: Walk) async throws {
        let station = walk.station
        #expect(try await station.count("SELECT count(*) FROM item") == walk.items)
        #expect(try await station.count("SELECT count(*) FROM pending_leaf WHERE kind = 1") == walk.items)
        for (status, kind) in [("opened", 2), ("decided", 3)] {
            let later = status == "opened" ? "('opened', 'decided')" : "('decided')"
            let items = try await station.count(
                "SELECT count(*) FROM item WHERE status IN \(SQL(stringLiteral: later))")
            #expect(try await station.count("SELECT count(*) FROM pending_leaf WHERE kind = \(kind)") == items)
        }
        #expect(
            try await station.count("SELECT count(*) FROM item WHERE status = 'decided' AND decided_person IS NULL")
                == 0)
        var walk = walk
        let session = try await walk.session("alder")
        var open: Set<RecordID> = []
        for (thread, _) in walk.threads {
            let view = try await station.view(session, thread)
            #expect(view.warnings.isEmpty)
            #expect(view.steps.map(\.step.number) == Array(1..<(view.steps.count + 1)))
            if view.facts.state.isOpen || !view.facts.unopened.isEmpty { open.insert(thread) }
            for step in view.steps where [.authorised, .ratified, .confirmed].contains(step.step.verb) {
                guard case .answer(let number, _, _) = step.step.body else { continue }
                #expect(view.step(number)?.step.person != step.step.person)
            }
            for step in view.steps where step.step.verb == .authorised {
                #expect(view.steps.contains { $0.step.verb == .researched && $0.step.number < step.step.number })
            }
        }
        #expect(try await queued(station, session).subtracting(walk.rested) == open)
    }

    /// Reports that were left alone are where they were: open and in the queue, or decided.
    private func checkRested(_ walk: Walk) async throws {
        var walk = walk
        let session = try await walk.session("alder")
        let queued = try await queued(walk.station, session)
        for thread in walk.rested {
            let view = try await walk.station.view(session, thread)
            #expect(view.warnings.isEmpty)
            #expect(queued.contains(thread) == (view.facts.state.isOpen || !view.facts.unopened.isEmpty))
        }
    }

    /// Every report of the queue, page by page, each with a line of its own.
    private func queued(_ station: Station, _ session: String) async throws -> Set<RecordID> {
        var found: Set<RecordID> = []
        var after: String?
        repeat {
            let page = try await Queue(station.desk).perform(
                session: session, filter: QueueFilter(isEach: true), after: after)
            found.formUnion(page.rows.map(\.thread) + page.uncarded.map(\.thread))
            after = page.next
        } while after != nil
        return found
    }
}
