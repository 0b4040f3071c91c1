/// Which answers were perceived, told, inferred or thought, from what the reporter said of how they know.
/// Says nothing where the reporter did not say: an unmarked answer stays unmarked until an officer marks it.
package enum Marks {
    package static func mark(of question: Question, in answers: Answers) -> Mark? {
        if let fixed = question.mark { return fixed }
        guard question.limit != nil, question.destination == .report else { return nil }
        let how = Set(answers["how"]).subtracting(["work"])
        if how == ["saw"] { return .observed }
        if how == ["told"] || how == ["online"] || how == ["told", "online"] { return .told }
        return nil
    }
}
