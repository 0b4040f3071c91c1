import HTTPTypes
import HeedCasework
import HeedContent
import HeedCore
import HeedWeb
import Hummingbird

/// The page that writes a notice: the languages it needs side by side, its start and end, and the exact preview.
struct NoticeWriting: Sendable {
    let desk: Desk
    let pages: Pages
    let languages: NoticeLanguages
    private var speech: Speech { pages.speech }

    static let path = "/notices/new"

    func show(
        _ visit: Visit, _ form: NoticeForm, problems: [FieldProblem] = [], notices: [String] = []
    ) async throws -> Response {
        var model = model(form, problems, notices)
        model["hasPreview"] = false
        model["previews"] = [NoticePreview]()
        model["seen"] = ""
        let status: HTTPResponse.Status = problems.isEmpty ? .ok : .unprocessableContent
        return try await pages.page("notice", model, for: visit, at: "/notices", status: status).response
    }

    /// The page with what every language's pages will show above it. For a form without problems.
    func preview(_ visit: Visit, _ form: NoticeForm, notices: [String] = []) async throws -> Response {
        let draft = form.draft
        guard let notice = desk.settings.notices.notice(draft, id: .random(), version: 0) else {
            return try await show(visit, form, notices: notices)
        }
        var model = model(form, [], notices)
        model["hasPreview"] = true
        // A language without words of its own shows the first's: one such preview stands for all.
        let said = languages.all.filter { notice.words[$0.language.code] != nil }
        let silent = languages.all.first { notice.words[$0.language.code] == nil }
        model["previews"] = (said + [silent].compactMap(\.self)).map { NoticePreview(notice, $0, languages) }
        model["seen"] = form.mark
        return try await pages.page("notice", model, for: visit, at: "/notices").response
    }

    private func model(_ form: NoticeForm, _ problems: [FieldProblem], _ notices: [String]) -> PageModel {
        var model = PageModel(title: speech.title("desk-notice.write-topic"))
        let views = problems.map(view)
        let problem = { (field: String) in views.first { $0.field == field }?.text ?? "" }
        model["at"] = Self.path
        model["holdsText"] = true
        model["kinds"] = Notice.Kind.allCases.enumerated().map { index, kind in
            NoticeChoice(
                id: index == 0 ? "kind" : "kind-\(kind.rawValue)", value: kind.rawValue,
                label: speech.text("desk-notice.kind-\(kind.rawValue)"), isChosen: form.text("kind") == kind.rawValue)
        }
        for name in ["kind", "start", "end"] {
            model["\(name)Problem"] = problem(name)
            model["has\(name.prefix(1).uppercased() + name.dropFirst())Problem"] = !problem(name).isEmpty
        }
        // Plain fields: a browser's own field for moments empties what it cannot read.
        model["start"] = form.text("start")
        model["end"] = form.text("end")
        let fields = { (list: [Language]) in list.map { NoticeFields($0, form, views, speech) } }
        model["sides"] = fields(languages.required.map(\.language))
        let others = languages.others.map(\.language)
        model["hasOthers"] = !others.isEmpty
        model["others"] = fields(others)
        // Open where something in it was typed, so that nothing seems lost.
        model["isOthersOpen"] = others.contains { language in
            ["title", "text", "act"].contains { !form.text("\($0)-\(language.code)").isEmpty }
        }
        model.note(views, notices)
        return model
    }

    /// The problem in words, with the name of the language whose box it is.
    private func view(_ problem: FieldProblem) -> ProblemView {
        let code = problem.field.split(separator: "-", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
        let language = languages.all.first { $0.language.code == code }?.language.name ?? ""
        return ProblemView(field: problem.field, text: speech.text("desk-" + problem.key, ["language": language]))
    }
}
