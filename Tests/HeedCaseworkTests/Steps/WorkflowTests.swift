import HeedCasework
import HeedCore
import HeedSQL
import HeedTestKit
import Testing

@Suite("Steps at the desk")
struct WorkflowTests {
    @Test("a report goes from received to closed, each step signed", arguments: Engine.available)
    func whole(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            let alder = try await station.signIn("alder")
            let cedar = try await station.signIn("cedar")
            try await station.research(thread, by: alder)
            try await station.propose(thread, by: "alder", alder)
            try await station.authorise(thread, by: "cedar", cedar)
            let released = try await Release(station.desk).verify(session: alder, thread: thread)
            #expect(released.proposal == Station.proposal)
            #expect(released.proposer == "p1" && released.authoriser == "p3")
            _ = try await Decide(station.desk).perform(station.form(alder, thread), decision: Station.action)
            _ = try await Close(station.desk).perform(station.form(alder, thread))
            let view = try await station.view(alder, thread)
            #expect(view.facts.state == .closed)
            #expect(view.warnings.isEmpty)
            #expect(
                view.steps.map(\.step.verb) == [
                    .opened, .triaged, .researched, .proposed, .authorised, .decided, .closed,
                ])
            #expect(try await station.count("SELECT count(*) FROM pending_leaf") == 3)
            #expect(try await station.count("SELECT count(*) FROM item WHERE status = 'decided'") == 1)
        }
    }
}
