/// The weak points of a named place, and what was recommended: the most useful thing here to somebody who means it harm.
/// Sealed to the compartment of surveys, which nobody holds by their role alone. JSON with sorted keys (`Docs/formats/survey.md`).
package struct Survey: Sendable, Equatable, Codable {
    package var v = 1
    package let thread: RecordID
    /// 32 random bytes, hexadecimal.
    package let salt: String
    package let day: String
    package let weakPoints: String
    package let recommended: String

    package init(thread: RecordID, salt: String, day: String, weakPoints: String, recommended: String) {
        self.thread = thread
        self.salt = salt
        self.day = day
        self.weakPoints = weakPoints
        self.recommended = recommended
    }

    /// What is to be mended before it can be sealed.
    package var problems: [FieldProblem] {
        let typed = [("day", day), ("weak_points", weakPoints), ("recommended", recommended)]
        let missing = typed.filter { AnswerCheck.isBlank($0.1) }
        let problems = missing.map { FieldProblem(field: $0.0, key: "problem.\($0.0).empty") }
        guard !AnswerCheck.isBlank(day), CalendarDay(iso: day) == nil else { return problems }
        return [FieldProblem(field: "day", key: "problem.day.unreadable")] + problems
    }
}
