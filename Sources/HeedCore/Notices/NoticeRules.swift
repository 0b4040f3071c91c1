/// What a notice must be to be published. Pure: the desk's pages and the action that publishes ask the same.
package struct NoticeRules: Sendable, Equatable {
    /// Languages without whose words nothing is published: the first, and those that stand beside it as equals.
    package let required: [String]
    /// All languages that the site offers.
    package let offered: [String]

    package init(required: [String] = ["en"], offered: [String] = ["en"]) {
        self.required = required
        self.offered = offered
    }

    /// The most that may stand at one moment: a page is for what people came for.
    package static let most = 3
    /// How long ago a notice may have begun, since it takes time to write one.
    package static let past: Seconds = 86_400
    /// How far ahead one may be planned.
    package static let ahead: Seconds = 90 * 86_400
    /// The longest that one stands. What still goes on then is said again, by somebody who has looked.
    package static func longest(_ kind: Notice.Kind) -> Seconds { kind == .incident ? 2 * 86_400 : 60 * 86_400 }

    /// What is to be mended, by field: `kind`, `start`, `end`, and `title-cy`, `text-cy`, `act-cy` for each language.
    /// - Parameter bulletin: what is published already.
    package func problems(with draft: NoticeDraft, beside bulletin: Bulletin, at now: Instant) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if draft.kind == nil { problems.append(Self.problem("kind", "kind")) }
        for code in offered { problems += self.problems(with: draft.words[code], in: code, draft.kind) }
        return problems + Self.problems(from: draft.start, to: draft.end, draft.kind, beside: bulletin, at: now)
    }

    /// The draft as a notice. Only for one without problems.
    package func notice(_ draft: NoticeDraft, id: RecordID, version: Int) -> Notice? {
        guard let kind = draft.kind, let start = draft.start, let end = draft.end else { return nil }
        let words = draft.words.filter { code, words in offered.contains(code) && !words.isEmpty }
        guard required.allSatisfy({ words[$0] != nil }) else { return nil }
        return Notice(id: id, version: version, kind: kind, words: words, start: start, end: end)
    }

    private func problems(with words: NoticeWords?, in code: String, _ kind: Notice.Kind?) -> [FieldProblem] {
        let words = words ?? NoticeWords(title: "", text: "")
        // Both or neither: half of the words in a language would be worse than the first language's, marked as such.
        guard required.contains(code) || !words.isEmpty else { return [] }
        var problems: [FieldProblem] = []
        func check(_ name: String, _ text: String, limit: Int, isNeeded: Bool) {
            if text.isEmpty, isNeeded { problems.append(Self.problem("\(name)-\(code)", "\(name)-empty")) }
            if text.utf8.count > limit { problems.append(Self.problem("\(name)-\(code)", "long")) }
        }
        check("title", words.title, limit: NoticeWords.titleLimit, isNeeded: true)
        check("text", words.text, limit: NoticeWords.textLimit, isNeeded: true)
        check("act", words.act, limit: NoticeWords.textLimit, isNeeded: kind == .incident)
        if kind == .information, !words.act.isEmpty { problems.append(Self.problem("act-\(code)", "act-needless")) }
        return problems
    }

    private static func problems(
        from start: Instant?, to end: Instant?, _ kind: Notice.Kind?, beside bulletin: Bulletin, at now: Instant
    ) -> [FieldProblem] {
        guard let start else {
            return [problem("start", "start")] + (end == nil ? [problem("end", "end")] : [])
        }
        var problems: [FieldProblem] = []
        if start < now + -past { problems.append(problem("start", "start-past")) }
        if now + ahead < start { problems.append(problem("start", "start-far")) }
        guard let end else { return problems + [problem("end", "end")] }
        if end <= start { problems.append(problem("end", "end-first")) }
        if end <= now { problems.append(problem("end", "end-past")) }
        if let kind, start + longest(kind) < end { problems.append(problem("end", "end-far-\(kind.rawValue)")) }
        // At every moment, not only now: the number is highest where one of them begins.
        let others = bulletin.notices.filter { $0.start < end && start < $0.end }
        let moments = [start] + others.map(\.start).filter { start <= $0 }
        if moments.contains(where: { moment in others.count { $0.stands(at: moment) } >= most }) {
            problems.append(problem("start", "full"))
        }
        return problems
    }

    private static func problem(_ field: String, _ key: String) -> FieldProblem {
        FieldProblem(field: field, key: "notice.problem.\(key)")
    }
}
