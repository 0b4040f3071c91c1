import HTTPTypes
import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// Who is on duty now and next, who is told, what was not sent, and when the rota ends. The rota is a file; a new one can be
/// tried here before it is put in place.
struct DutyPage: Sendable {
    let desk: Desk
    let pages: Pages
    private var speech: Speech { pages.speech }

    static let path = "/duty"

    private struct TeamView: Sendable {
        let name: String
        let onDuty: [TextView]
        let supervisors: [TextView]
        let change: String
        let ends: String
        let warns: Bool
        let gaps: [TextView]
    }

    private struct OwedView: Sendable {
        let who: String
        let way: String
        let state: String
        let isBehind: Bool
    }

    func show(_ visit: Visit, _ form: FormBody = FormBody(), notices: [String] = []) async throws -> Response {
        let view = try await DutyLook(desk).view(session: visit.session)
        return try await page(visit, view, form, notices: notices)
    }

    /// Reads a rota that was pasted as the desk would read it. Changes nothing.
    func check(_ visit: Visit, _ form: FormBody) async throws -> Response {
        do {
            let tried = try await DutyLook(desk).view(session: visit.session, trying: form.text("rota") ?? "")
            return try await page(visit, tried, form, notices: [speech.text("desk-duty.good")])
        } catch let fault as RotaBook.Fault {
            let view = try await DutyLook(desk).view(session: visit.session)
            let problem = ProblemView(
                field: "rota", text: speech.text("desk-duty.bad", ["fault": InertText.shown(fault.description)]))
            return try await page(visit, view, form, problems: [problem], status: .unprocessableContent)
        }
    }

    private func page(
        _ visit: Visit, _ view: DutyLook.View, _ form: FormBody, notices: [String] = [],
        problems: [ProblemView] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var model = PageModel(title: speech.title("desk-duty.topic"))
        model["hasFault"] = view.fault != nil
        model["fault"] = view.fault.map { speech.text("desk-duty.fault", ["fault": InertText.shown($0)]) } ?? ""
        model["teams"] = view.teams.map { team($0, view) }
        model["isNothing"] = view.teams.isEmpty
        model["owed"] = view.destinations.map { owed($0, view) }
        model["hasOwed"] = !view.destinations.isEmpty
        model["typed"] = form.text("rota") ?? ""
        model["at"] = Self.path
        model["holdsText"] = true
        model["problem"] = problems.first?.text ?? ""
        model["hasProblem"] = !problems.isEmpty
        model.note(problems, notices)
        return try await pages.page("duty", model, for: visit, at: Self.path, status: status).response
    }

    private func team(_ team: DutyLook.Team, _ view: DutyLook.View) -> TeamView {
        let lowest = team.onDuty.first?.rung
        let onDuty = team.onDuty.map { person in
            TextView(
                speech.text(
                    person.rung == lowest ? "desk-duty.first" : "desk-duty.then",
                    ["who": who(person.person, view), "n": "\(person.rung)"]))
        }
        let warned = view.time + DutyLook.daysAhead * 86_400
        let ends = team.ends.map { end in
            let key = end <= view.time ? "desk-duty.over" : end <= warned ? "desk-duty.ends-soon" : "desk-duty.ends-at"
            return speech.text(key, ["time": LocalTime.full(end)])
        }
        let gaps = team.gaps.map { gap in
            TextView(
                speech.text(
                    "desk-duty.gap",
                    ["from": LocalTime.full(gap.lowerBound), "until": LocalTime.full(gap.upperBound)]))
        }
        return TeamView(
            name: speech.text("desk-kind.\(team.compartment.rawValue)"),
            onDuty: onDuty.isEmpty ? [TextView(speech.text("desk-duty.nobody"))] : onDuty,
            supervisors: team.supervisors.map { TextView(who($0, view)) },
            change: team.nextChange.map(LocalTime.full) ?? speech.text("desk-duty.no-change"),
            ends: ends ?? speech.text("desk-duty.no-change"), warns: team.ends.map { $0 <= warned } ?? true,
            gaps: gaps.isEmpty ? [TextView(speech.text("desk-duty.no-gaps"))] : gaps)
    }

    private func owed(_ owed: DutyLook.Owed, _ view: DutyLook.View) -> OwedView {
        let delivery = owed.delivery
        let state: String
        if delivery.isBehind {
            state = speech.text(
                "desk-duty.not-sent",
                ["n": "\(delivery.failures)", "time": LocalTime.full(delivery.next ?? view.time)])
        } else if let told = delivery.told, told >= delivery.owed ?? told {
            state = speech.text("desk-duty.told", ["time": LocalTime.full(told)])
        } else {
            state = speech.text(delivery.owed == nil ? "desk-duty.quiet" : "desk-duty.waiting")
        }
        return OwedView(
            who: who(owed.person, view), way: speech.text(owed.isMail ? "desk-duty.mail" : "desk-duty.web"),
            state: state, isBehind: delivery.isBehind)
    }

    private func who(_ person: String, _ view: DutyLook.View) -> String {
        guard let name = view.names[person] else { return speech.text("desk-duty.unknown-person", ["person": person]) }
        return speech.text("desk-duty.who", ["name": InertText.shown(name), "person": person])
    }

    static let spoken: [String] = [
        "topic", "fault", "nobody", "first", "then", "no-change", "over", "ends-at", "ends-soon", "gap", "no-gaps",
        "mail", "web", "quiet", "told", "waiting", "not-sent", "who", "unknown-person", "good", "bad",
    ].map { "desk-duty." + $0 }
}
