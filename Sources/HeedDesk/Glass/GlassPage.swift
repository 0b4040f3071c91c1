import HTTPTypes
import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// Break-glass: the handle of a report is typed, then come the reason and the signature on its own pages. Below, what runs,
/// and what waits for a view.
struct GlassPage: Sendable {
    let desk: Desk
    let pages: Pages
    private var speech: Speech { pages.speech }

    static let path = "/break-glass"

    private struct Line: Sendable {
        let text: String
        let href: String
        let handle: String
        let isToReview: Bool
        let reviewHref: String
    }

    func show(
        _ visit: Visit, _ form: FormBody = FormBody(), problems: [FieldProblem] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let entries = try await GlassWatch(desk).entries(session: visit.session)
        var model = PageModel(title: speech.title("desk-glass.topic"))
        model["typed"] = form.first("handle") ?? ""
        model["hasTypedProblem"] = !problems.isEmpty
        model["typedProblem"] = problems.first.map { speech.problem($0).text } ?? ""
        let seen = entries.filter { $0.isMine || $0.isOnMine || GlassWatch.reviewing.contains(visit.officer.role) }
        model["lines"] = seen.map { entry in
            Line(
                text: GlassLine(entry, speech, now: desk.clock.now()).said, href: "/report/\(entry.thread.hex)",
                handle: entry.thread.handle, isToReview: entry.isToReview,
                reviewHref: "/report/\(entry.thread.hex)/\(Verb.glassReviewed.slug)")
        }
        model["isNothing"] = seen.isEmpty
        model.note(problems.map(speech.problem))
        return try await pages.page("glass", model, for: visit, at: Self.path, status: status).response
    }

    func send(_ visit: Visit, _ form: FormBody) async throws -> Response {
        do {
            let thread = try await FindByHandle(desk).perform(
                session: visit.session, typed: form.first("handle") ?? "")
            return Response.seeOther("/report/\(thread.hex)/\(Verb.glassBroken.slug)")
        } catch Refusal.notValid(let problems) {
            return try await show(visit, form, problems: problems, status: .unprocessableContent)
        }
    }

    static let spoken: [String] =
        ["topic", "mine", "on-mine-running", "on-mine-over", "running", "over"].map { "desk-glass." + $0 }
        + ["desk-problem.handle.unknown"]
}

/// One break-glass in words: on every page for whoever broke it, and for whoever held the report.
struct GlassLine: Sendable {
    let text: String
    let href: String
    /// Whether it is one's own and runs: it can be ended.
    let isMine: Bool
    let action: String
    /// In words that name everybody, for the list.
    let said: String

    init(_ entry: GlassWatch.Entry, _ speech: Speech, now: Instant) {
        let values = [
            "handle": entry.thread.handle, "username": entry.glass.username,
            "amount": speech.amount(Remaining(seconds: (entry.glass.ends.milliseconds - now.milliseconds) / 1_000)),
            "time": LocalTime.full(entry.glass.ends),
        ]
        said = speech.text(entry.runs ? "desk-glass.running" : "desk-glass.over", values)
        isMine = entry.isMine && entry.runs
        text =
            isMine
            ? speech.text("desk-glass.mine", values)
            : speech.text(entry.runs ? "desk-glass.on-mine-running" : "desk-glass.on-mine-over", values)
        href = "/report/\(entry.thread.hex)"
        action = "/report/\(entry.thread.hex)/\(Verb.glassEnded.slug)"
    }

    /// Those that belong on every page of this person.
    static func lines(_ entries: [GlassWatch.Entry], _ speech: Speech, now: Instant) -> [GlassLine] {
        entries.filter { $0.isMine && $0.runs || $0.isOnMine }.map { GlassLine($0, speech, now: now) }
    }
}
