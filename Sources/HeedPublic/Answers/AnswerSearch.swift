import HTTPTypes
import HeedWeb
import Hummingbird

/// Finds answers for words typed on the page of answers.
///
/// By POST, so that the words are in no address and no history; the answer is padded, never compressed and never kept.
/// Changes nothing, so a form without a token does. The words go nowhere but back into their box.
struct AnswerSearch: Sendable {
    let pages: Pages
    let guidance: Guidance
    let settings: SiteSettings

    static let path = "/answers"
    /// Bytes that are looked at. More is given back, with a word about it.
    static let lookedAt = 1024
    private static let limits = FormLimits(bytes: 64 << 10, fields: 8)

    func add(to router: SiteRouter) {
        for speech in pages.speeches
        where guidance.current.quick[speech.code] != nil && pages.publishes(Self.path, in: speech) {
            router.post(RouterPath(speech.base + Self.path)) { request, _ in
                let form = try await request.form(Self.limits)
                return try page(form.first("question") ?? "", speech).response
            }
        }
    }

    private func page(_ typed: String, _ speech: Speech) throws -> HTMLPage {
        let edition = guidance.current
        let isBlank = typed.allSatisfy(\.isWhitespace)
        let looked = String(decoding: typed.utf8.prefix(Self.lookedAt), as: UTF8.self)
        let found = isBlank ? [] : edition.quick[speech.code]?.search(looked) ?? []
        let links = pages.links(to: Self.path, speech)
        var model = PageModel(title: speech.title("answers.topic", isProblem: isBlank), links: links)
        let problem = isBlank ? speech.text("answers.empty") : ""
        model.note(
            isBlank ? [ProblemView(field: "question", text: problem)] : [],
            typed.utf8.count > Self.lookedAt ? [speech.text("answers.long")] : [])
        model["heading"] = speech.text(isBlank ? "answers.ask" : found.isEmpty ? "answers.none" : "answers.found")
        model["hasProblem"] = isBlank
        model["problem"] = problem
        model["describedBy"] = isBlank ? "question-hint question-problem" : "question-hint"
        model["value"] = typed
        model["answers"] = found
        model["isNothing"] = found.isEmpty && !isBlank
        model["askPolice"] = settings.national.answersPage
        model["onlineReport"] = settings.national.onlineReport
        return try pages.page(
            "answers/found", model, speech, status: isBlank ? .unprocessableContent : .ok)
    }
}
