import HeedCore
import Testing

@Suite("The report journey")
struct JourneyTests {
    @Test("from start to receipt are four pages")
    func shortWay() {
        var step = JourneyStep.start
        var pages = 1
        for move in [Journey.Move.on, .skip, .send] {
            step = Journey.next(
                after: step, move: move, answers: Answers(.activity), inDanger: false, isChanging: false)
            pages += 1
        }
        #expect(step == .sent)
        #expect(pages == 4)
    }

    @Test("the long way has at most six more pages before the check")
    func longWay() {
        var answers = Answers(.activity)
        answers["contact"] = ["details"]
        var step = JourneyStep.words
        var asked: [JourneyStep] = []
        while true {
            step = Journey.next(after: step, move: .on, answers: answers, inDanger: false, isChanging: false)
            if step == .check { break }
            asked.append(step)
            #expect(asked.count <= 6)
        }
        #expect(asked == [.kind, .place, .people, .you, .hearing, .reach])
    }

    @Test("every page after the account can be left for the check in one action", arguments: ActivityForm.form.longWay)
    func skip(step: JourneyStep) {
        #expect(
            Journey.next(after: step, move: .skip, answers: Answers(.activity), inDanger: false, isChanging: false)
                == .check)
    }

    @Test("changing an answer leads back to the check", arguments: ActivityForm.form.longWay + [.words])
    func change(step: JourneyStep) {
        #expect(Journey.Move("change-\(step.rawValue)") == .change(step))
        #expect(
            Journey.next(after: step, move: .on, answers: Answers(.activity), inDanger: false, isChanging: true)
                == .check)
        #expect(
            Journey.next(after: step, move: .back, answers: Answers(.activity), inDanger: false, isChanging: true)
                != .sent)
    }

    @Test("going back from anywhere reaches the start")
    func back() {
        for danger in [false, true] {
            for first in JourneyStep.allCases where first != .sent && first != .finished {
                var step = first
                for _ in 0..<12 where step != .start {
                    step = Journey.next(
                        after: step, move: .back, answers: Answers(.activity), inDanger: danger, isChanging: false)
                }
                #expect(step == .start)
            }
        }
    }

    @Test("somebody in danger is shown the emergency page first")
    func danger() {
        #expect(
            Journey.next(after: .start, move: .on, answers: Answers(.activity), inDanger: true, isChanging: false)
                == .danger)
        #expect(
            Journey.next(after: .danger, move: .on, answers: Answers(.activity), inDanger: true, isChanging: false)
                == .words)
    }

    @Test("no button can ask for a page that is not a question", arguments: ["change-sent", "change-start", "", "x"])
    func unknownMove(go: String) { #expect(Journey.Move(go) == nil) }
}

@Suite("Answers")
struct AnswersTests {
    @Test("one question of the form must be answered, and only one")
    func oneRequired() {
        #expect(ActivityForm.form.questions.filter(\.isRequired).map(\.name) == ["narrative"])
        #expect(Set(ActivityForm.form.questions.map(\.name)).count == ActivityForm.form.questions.count)
    }

    @Test("nothing asks for ethnicity or religion")
    func noProtectedField() {
        let asked = ActivityForm.form.questions.flatMap { question in
            switch question.control {
            case .choice(let offered, _), .ticks(let offered): [question.name] + offered
            default: [question.name]
            }
        }
        for word in ["ethnic", "religi", "racial", "faith", "nationality", "skin"] {
            #expect(!asked.contains { $0.contains(word) })
        }
    }

    @Test("a field the page does not show changes nothing, and a value it does not offer is not taken")
    func noMassAssignment() {
        var answers = Answers(.activity)
        answers.take(from: .kind) { name in
            ["sign": ["2", "2", "hack"], "narrative": ["x"], "worry": ["w"]][name] ?? []
        }
        #expect(answers["sign"] == ["2"])
        #expect(answers["narrative"].isEmpty)
        #expect(answers.text("worry") == "w")
    }

    @Test("staying anonymous after all takes the contact details back")
    func anonymousForgets() {
        var answers = Answers(.activity)
        answers["contact"] = ["details"]
        answers.take(from: .reach) { ["reach": ["by post"], "reach_name": ["A. Nonymous"]][$0] ?? [] }
        #expect(answers.isAnyContactGiven)
        answers.take(from: .hearing) { ["contact": ["none"]][$0] ?? [] }
        #expect(!answers.isAnyContactGiven)
    }

    @Test(
        "an account of white space and invisible marks is empty",
        arguments: ["", "  \n\t", "\u{200B}\u{2060}", "\u{202E}"])
    func blank(text: String) {
        var answers = Answers(.activity)
        answers["narrative"] = [text]
        #expect(AnswerCheck.problems(with: answers, on: .words).map(\.key) == ["problem.narrative.empty"])
    }

    @Test("any script, any length up to the limit, is an account", arguments: ["x", "؀", "سيارة", "🚐", "ਕ"])
    func anyScript(text: String) {
        var answers = Answers(.activity)
        answers["narrative"] = [text]
        #expect(AnswerCheck.problems(with: answers, on: .words).isEmpty)
    }

    @Test("256 KiB of text is taken, one byte more is said to be too long")
    func limit() {
        var answers = Answers(.activity)
        answers["narrative"] = [String(repeating: "é", count: Form.textLimit / 2)]
        #expect(AnswerCheck.problems(with: answers, on: .words).isEmpty)
        answers["narrative"] = [answers.text("narrative") + "."]
        #expect(AnswerCheck.problems(with: answers, on: .words).map(\.key) == ["problem.too-long"])
    }

    @Test("family and under-18s lock messages; a friend does not")
    func locks() {
        var answers = Answers(.activity)
        answers["relation"] = ["family"]
        #expect(answers.isMessagingLocked)
        answers["relation"] = ["friend"]
        #expect(!answers.isMessagingLocked)
        answers["under18"] = ["yes"]
        #expect(answers.isMessagingLocked)
    }

    @Test("cues only come from what was ticked, and only raise")
    func cues() {
        var answers = Answers(.activity)
        #expect(Cues.read(from: answers, inDanger: false).isEmpty)
        answers["sign"] = ["1", "2"]
        answers["when_kind"] = ["future"]
        #expect(Cues.read(from: answers, inDanger: true) == [.danger, .future, .weapons])
    }

    @Test("what a reporter saw and what a reporter thinks are marked apart")
    func marks() {
        var answers = Answers(.activity)
        answers["how"] = ["saw"]
        #expect(Marks.mark(of: ActivityForm.form.question("narrative")!, in: answers) == .observed)
        #expect(Marks.mark(of: ActivityForm.form.question("worry")!, in: answers) == .opinion)
        answers["how"] = ["saw", "told"]
        #expect(Marks.mark(of: ActivityForm.form.question("narrative")!, in: answers) == nil)
    }
}
