/// The order of the report journey, as a pure table of moves.
/// From start to receipt are four pages; every page after the account can be left at once for the check page.
package enum Journey {
    /// What a button asks for: the field `go`.
    package enum Move: Equatable, Sendable {
        case on, skip, back, send, finish
        case change(JourneyStep)

        package init?(_ go: String) {
            switch go {
            case "on": self = .on
            case "skip": self = .skip
            case "back": self = .back
            case "send": self = .send
            case "finish": self = .finish
            default:
                guard go.hasPrefix("change-"), let step = JourneyStep(rawValue: String(go.dropFirst(7))),
                    Journey.changeable.contains(step)
                else { return nil }
                self = .change(step)
            }
        }
    }

    /// The pages a reporter can come back to from the check page, of whatever kind the report is.
    package static let changeable: Set<JourneyStep> = Set([.words] + ReportKind.allCases.flatMap(\.form.longWay))

    /// The page after `step`.
    /// - Parameters:
    ///   - isChanging: the reporter came from the check page to change this one, so goes back there.
    package static func next(
        after step: JourneyStep, move: Move, answers: Answers, inDanger: Bool, isChanging: Bool
    ) -> JourneyStep {
        let longWay = answers.form.longWay
        switch move {
        case .change(let target): return longWay.contains(target) ? target : .words
        case .back: return before(step, answers: answers, inDanger: inDanger, isChanging: isChanging)
        case .skip: return .check
        case .send: return .sent
        case .finish: return .finished
        case .on: break
        }
        // Choosing "reach me" needs one more answer before the check page can be right.
        if step == .hearing, answers.contactMode == .details { return .reach }
        if isChanging { return .check }
        switch step {
        case .start: return inDanger ? .danger : .words
        case .danger: return .words
        case .words: return longWay[0]
        default:
            guard let index = longWay.firstIndex(of: step) else { return .check }
            let rest = longWay[(index + 1)...].filter { $0 != .reach }
            return rest.first ?? .check
        }
    }

    private static func before(
        _ step: JourneyStep, answers: Answers, inDanger: Bool, isChanging: Bool
    ) -> JourneyStep {
        if step == .reach { return .hearing }
        if isChanging { return .check }
        let longWay = answers.form.longWay
        switch step {
        case .start, .danger: return .start
        case .words: return inDanger ? .danger : .start
        case .check:
            if answers.contactMode == .details { return .reach }
            return visited(answers).last ?? .words
        default:
            guard let index = longWay.firstIndex(of: step), index > 0 else { return .words }
            return longWay[index - 1]
        }
    }

    /// The optional pages that hold an answer.
    private static func visited(_ answers: Answers) -> [JourneyStep] {
        answers.form.longWay.filter { step in answers.form.questions(on: step).contains { !answers[$0.name].isEmpty } }
    }
}
