import HTTPTypes
import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// The page of one report, for reading. Nothing is typed here, so it can be printed, refreshed and locked safely.
struct ReportPage: Sendable {
    let desk: Desk
    let pages: Pages
    private var speech: Speech { pages.speech }

    func show(_ visit: Visit, _ thread: RecordID, notice: String? = nil, status: HTTPResponse.Status = .ok) async throws
        -> Response
    {
        let view = try await OpenCase(desk).perform(session: visit.session, thread: thread)
        var model = PageModel(title: speech.text("desk.title", ["topic": thread.handle]))
        ReportHead(view: view, speech: speech, now: desk.clock.now()).fill(&model)
        model.note([], notice.map { [$0] } ?? [])
        model["version"] = "\(view.version)"
        model["openAction"] = "/report/\(thread.hex)/\(Verb.opened.slug)"
        model["unopened"] = view.facts.unopened.sorted().map { item in
            Unopened(
                item: "\(item)",
                text: item == 0
                    ? speech.text("desk-report.open") : speech.text("desk-report.open-item", ["n": "\(item)"]))
        }
        guard !view.items.isEmpty else {
            return try await pages.page("unopened", model, for: visit, status: status).response
        }
        fill(&model, view, visit)
        return try await pages.page("report", model, for: visit, status: status).response
    }

    private func fill(_ model: inout PageModel, _ view: CaseView, _ visit: Visit) {
        let next = NextStep(view: view, speech: speech)
        let timeline = Timeline(view: view, speech: speech)
        model["hasUnopened"] = !view.facts.unopened.isEmpty
        model["acts"] = next.acts
        model["emergencyActs"] = next.emergency
        model["hasEmergency"] = !next.emergency.isEmpty
        model["notYet"] = next.notYet
        model["hasNotYet"] = !next.notYet.isEmpty
        model["others"] = next.others
        model["hasOthers"] = !next.others.isEmpty
        model["items"] = ReportWords(view: view, speech: speech).items
        model["warnings"] = warnings(view)
        model["hasWarnings"] = !view.warnings.isEmpty
        model["research"] = entries(view, timeline) { if case .research = $0 { true } else { false } }
        model["identifiers"] = entries(view, timeline) { if case .identifier = $0 { true } else { false } }
        model["triage"] = view.triage.map { timeline.lines(of: $0).filter { !$0.text.isEmpty } } ?? []
        model["hasTriage"] = view.triage != nil
        model["decisions"] = entries(view, timeline) {
            switch $0 {
            case .decision, .proposal, .answer: true
            default: false
            }
        }
        model["timeline"] = timeline.entries
        model["hasContact"] = visit.officer.compartments.contains(.source)
        model["printed"] = LocalTime.full(desk.clock.now())
        for name in ["research", "identifiers", "decisions"] {
            model["no" + name] = (model[name] as? [Timeline.Entry])?.isEmpty ?? true
        }
    }

    private func entries(
        _ view: CaseView, _ timeline: Timeline, _ isShown: (StepBody) -> Bool
    ) -> [Timeline.Entry] {
        view.steps.filter { isShown($0.step.body) }.map(timeline.entry)
    }

    private func warnings(_ view: CaseView) -> [TextView] {
        view.warnings.map { warning in
            switch warning {
            case .itemUnreadable(let item): speech.text("desk-warning.item-unreadable", ["n": "\(item)"])
            case .receivedLeafMissing(let item): speech.text("desk-warning.leaf-missing", ["n": "\(item)"])
            case .contactReplaced: speech.text("desk-warning.contact-replaced")
            case .replyKeyReplaced: speech.text("desk-warning.reply-key-replaced")
            case .stepUnproven(let step): speech.text("desk-warning.step-unproven", ["n": "\(step)"])
            case .stepsMissing: speech.text("desk-warning.steps-missing")
            }
        }.sorted().map(TextView.init)
    }

    /// A button's step: opens, takes, puts back, brings back, closes.
    func press(_ verb: Verb, _ visit: Visit, _ thread: RecordID, _ form: FormBody) async throws -> Response {
        let step = StepForm(
            session: visit.session, thread: thread, version: form.first("version").flatMap { Int($0) } ?? -1)
        do {
            _ = try await Taking(desk: desk).take(verb, step, form)
            return Response.seeOther("/report/\(thread.hex)" + (verb == .opened ? "" : "#next"))
        } catch Refusal.conflict {
            let key = verb == .opened ? "desk-report.opened-by-other" : "desk-report.moved"
            return try await show(visit, thread, notice: speech.text(key), status: .conflict)
        } catch Refusal.notNow(let reason) {
            return try await show(visit, thread, notice: speech.reason(reason), status: .conflict)
        } catch Refusal.notAllowed(let reason) where reason != .locked && reason != .signedOut {
            return try await show(visit, thread, notice: speech.reason(reason), status: .forbidden)
        }
    }

    private struct Unopened: Sendable {
        let item: String
        let text: String
    }
}
