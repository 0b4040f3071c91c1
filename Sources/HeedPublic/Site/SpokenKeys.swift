import HeedContent
import HeedCore
import HeedWeb

/// Every key of words that code asks for at run time, beside those that stand in templates.
/// Asked for at start, so that a missing word is found then and not by a reporter.
package enum SpokenKeys {
    package static var all: Set<String> {
        Set(
            questions + steps + fixed + FeedbackPage.spoken + PartnerPage.spoken + doors + failures + calendar
                + spelling + threat)
    }

    private static var questions: [String] {
        everyQuestion.flatMap { question in
            [question.labelKey] + options(question).map(question.optionKey) + complaints(question)
        } + ["problem.narrative.empty", "problem.reach.empty", "problem.too-long"]
    }

    static func options(_ question: Question) -> [String] {
        switch question.control {
        case .line, .text, .links: []
        case .choice(let values, _), .ticks(let values): values
        case .tick: ["yes"]
        }
    }

    private static let everyQuestion = ReportKind.allCases.flatMap(\.form.questions)

    private static func complaints(_ question: Question) -> [String] {
        var keys = question.isRequired ? [question.emptyKey] : []
        if case .links = question.control { keys.append(question.manyKey) }
        return keys
    }

    private static func asked(_ form: Form) -> [JourneyStep] { [.words] + form.longWay }

    private static var steps: [String] {
        ReportKind.allCases.map(\.form).flatMap { form in
            ([.start, .danger] + asked(form)).map { form.key($0, "topic") }
                + asked(form).filter { form.questions(on: $0).count > 1 }.map { form.key($0, "heading") }
        }
    }

    /// Keys a language may have or not, together with all others: hints and notes.
    package static var optional: Set<String> {
        var keys: Set<String> = []
        for question in everyQuestion {
            keys.insert(question.hintKey)
            keys.formUnion(options(question).map { question.optionKey($0) + ".hint" })
        }
        for form in ReportKind.allCases.map(\.form) {
            for step in asked(form) { keys.formUnion(QuestionPage.parts.map { form.key(step, $0) }) }
        }
        return keys
    }

    private static let fixed: [String] =
        (1...9).map { "signs.note-\($0)" } + PageHead.Group.allCases.map { "map.\($0.rawValue)" } + [
            "map.form", "map.material", "map.concern", "map.advice", "map.invite", "map.question", "booklet.size",
            "booklet.topic",
            "answers.topic", "answers.ask", "answers.empty", "answers.long", "answers.found", "answers.none",
            "home.topic", "site.title", "site.title-problem", "site.reviewed", "journey.expired",
            "journey.expired-code", "journey.expired-lost", "journey.wiped", "check.topic", "check.code",
            "check.code-works", "check.code-optional", "check.not-given", "sent.topic",
            "sent.heading", "sent.heading-added", "sent.code", "sent.code-for", "sent.again", "sent.record",
            "sent.kept-ask", "sent.finished.topic", "return.topic", "return.stale", "return.messages.topic",
            "return.messages.received", "return.messages.considered", "return.messages.question",
            "return.messages.received-is", "return.messages.considered-is", "return.messages.question-is",
            "return.messages.item", "return.messages.item-more", "return.messages.due", "return.messages.not-sent",
            "return.messages.unsure", "return.added.topic", "problem.message.empty", "problem.code.empty",
            "problem.code.slip",
        ]

    private static var doors: [String] {
        Door.routes.flatMap { [Door.nameKey($0), Door.hintKey($0)] } + Message.approved.map { "ask." + $0 }
    }

    private static var failures: [String] {
        Failures.kinds.flatMap { ["failure.\($0).heading", "failure.\($0).body"] } + [
            "failure.topic", "failure.incident", "failure.closed.topic", "failure.unsent.topic",
            "failure.unsent.heading", "failure.unsent.body", "failure.unsent.unsure-heading",
            "failure.unsent.unsure-body",
        ]
    }

    private static var calendar: [String] { ["date.day"] + (1...12).map { "date.\($0)" } + NoticeWriter.keys }
    private static var threat: [String] {
        ["threat.shown"]
            + ThreatLevel.allCases.flatMap { ["threat.level.\($0.rawValue)", "threat.chance.\($0.rawValue)"] }
    }
    private static var spelling: [String] { ["code.letter"] + (0...9).map { "code.\($0)" } }
}
