import HTTPTypes
import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// What people think of the site, for the communications role: one page, the oldest day first, every word inert.
/// Marking as read erases.
struct FeedbackView: Sendable {
    let desk: Desk
    let pages: Pages
    private var speech: Speech { pages.speech }

    static let path = "/feedback"

    private struct EntryView: Sendable {
        let id: String
        let heading: String
        let found: String
        let language: String
        let words: String
        let isReadable: Bool
    }

    func show(_ visit: Visit, notices: [String] = []) async throws -> Response {
        let box = try await ReadFeedback(desk).perform(session: visit.session)
        var model = PageModel(title: speech.title("desk-feedback.topic"))
        model.note([], notices)
        model["action"] = Self.path
        model["isHeld"] = box != nil
        let unread = box?.unread ?? 0
        model["count"] = speech.text("desk-feedback.count", ["n": "\(unread)", "most": "\(Feedback.most)"])
        model["isNothing"] = unread == 0
        model["hasEntries"] = box?.entries.isEmpty == false
        model["entries"] = (box?.entries ?? []).map(view)
        return try await pages.page("feedback", model, for: visit, at: Self.path).response
    }

    func send(_ visit: Visit, _ form: FormBody) async throws -> Response {
        let wanted = form.first("read") ?? ""
        // "shown": all that this page showed and could be read.
        let names = wanted == "shown" ? form.all("shown") : [wanted]
        let count = try await EraseFeedback(desk).perform(
            session: visit.session, entries: names.compactMap { RecordID(hex: $0) })
        let notice =
            count == 0
            ? speech.text("desk-feedback.none-gone") : speech.text("desk-feedback.gone", ["n": "\(count)"])
        return try await show(visit, notices: [notice])
    }

    private func view(_ entry: FeedbackEntry) -> EntryView {
        let found = entry.feedback?.found?.rawValue ?? "none"
        return EntryView(
            id: entry.id.hex,
            heading: speech.text("desk-feedback.day", ["date": entry.day.iso]),
            found: speech.text("desk-feedback.found-\(found)"),
            language: InertText.shown(entry.feedback?.language ?? ""),
            words: InertText.shown(entry.feedback?.words ?? ""), isReadable: entry.feedback != nil)
    }

    static let spoken =
        ["topic", "count", "day", "gone", "none-gone", "found-none"].map { "desk-feedback." + $0 }
        + Feedback.Found.allCases.map { "desk-feedback.found-" + $0.rawValue }
}
