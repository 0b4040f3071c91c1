import HeedCore
import HeedVault
import HeedWeb
import Hummingbird

/// The code for a partner, shown once, to be told by telephone: the answer to the form that made the request.
/// Loading it again sends that form again, which is refused since the report has moved on: the code is not had twice.
struct PartnerCodePage: Sendable {
    let pages: Pages
    private var speech: Speech { pages.speech }

    func show(_ code: PartnerCode, _ thread: RecordID, _ form: FormBody, for visit: Visit) async throws -> Response {
        var model = PageModel(title: speech.title("desk-partner.topic"))
        let groups = code.groups
        model["codeGroups"] = groups.enumerated().map { TextView($1 + ($0 < groups.count - 1 ? "-" : "")) }
        let letters = code.letters.map { $0.word.lowercased() }
        model["codeLines"] = stride(from: 0, to: letters.count, by: 4).map {
            TextView(letters[$0..<min($0 + 4, letters.count)].joined(separator: ", "))
        }
        model["partner"] = InertText.shown(form.text("partner") ?? "")
        model["thread"] = thread.hex
        model["handle"] = thread.handle
        return try await pages.page("partner-code", model, for: visit).response
    }
}
