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
        let next = NextStep(view: view, speech: speech, person: visit.officer.person)
        model["hasUnopened"] = !view.facts.unopened.isEmpty
        model["acts"] = next.acts
        model["undo"] = next.undo
        model["hasUndo"] = !next.undo.isEmpty
        model["emergencyActs"] = next.emergency
        model["hasEmergency"] = !next.emergency.isEmpty
        model["notYet"] = next.notYet
        model["hasNotYet"] = !next.notYet.isEmpty
        model["others"] = next.others
        model["hasOthers"] = !next.others.isEmpty
        DriftView(view: view, speech: speech).fill(&model)
        ReportRecord(view: view, speech: speech).fill(&model)
        ExposureView(view: view, speech: speech).fill(&model)
        TierView(view: view, speech: speech, today: LondonTime.day(of: desk.clock.now())).fill(&model)
        BeforeView(view: view, speech: speech).fill(&model)
        model["hasSurvey"] = view.hasSurvey
        model["canOpenSurvey"] = view.opensSurveys
        Partners(view: view, speech: speech).fill(&model)
        model["hasContact"] = visit.officer.compartments.contains(view.kind.contactCompartment)
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
