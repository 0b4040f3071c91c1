import HeedCore
import HeedVault
import HeedWeb

/// What a call-taker's page carries, sealed in a hidden field and bound to the call-taker: the code, the thread,
/// and every answer so far. Nothing of a call is stored before it is handed over.
struct CallDraft: Sendable {
    let code: ReporterCode
    let thread: RecordID
    let callTaker: String
    var answers = Answers(.activity)
    var inDanger = false

    private static let title = "desk-call/v1"

    init(callTaker: String) {
        code = .issue()
        thread = .random()
        self.callTaker = callTaker
    }

    /// - Returns: nil for anything but a draft that these keys sealed for this call-taker.
    init?(_ sealed: String?, keys: FormKeys, callTaker: String) {
        guard let sealed, let box = try? Base64.url.decode(sealed), let bytes = try? keys.openJourney(box) else {
            return nil
        }
        guard let typed = TypedText(bytes), typed.path == Self.title,
            let code = typed.form.first(" code").flatMap({ try? ReporterCode(typed: $0) }),
            let thread = typed.form.first(" thread").flatMap({ RecordID(hex: $0) }),
            typed.form.first(" by") == callTaker
        else { return nil }
        self.code = code
        self.thread = thread
        self.callTaker = callTaker
        inDanger = typed.form.first(" danger") == "yes"
        // No question begins with a space: what the page carries for itself cannot be taken for an answer.
        for question in answers.form.questions { answers[question.name] = typed.form.all(question.name) }
    }

    func sealed(_ keys: FormKeys) throws -> String {
        var fields: [(name: String, value: String)] = [
            (" code", code.symbols), (" thread", thread.hex), (" by", callTaker),
            (" danger", inDanger ? "yes" : "no"),
        ]
        for (question, values) in answers.inFormOrder { fields += values.map { (question.name, $0) } }
        return Base64.url.encode(try keys.sealJourney(TypedText(path: Self.title, form: FormBody(fields)).bytes))
    }

    /// Takes over what the page's visible fields hold.
    mutating func take(_ form: FormBody) {
        let asked = answers.form
        for step in [JourneyStep.words] + asked.longWay {
            answers.take(from: step) { name in
                asked.question(name)?.limit == nil ? form.all(name) : form.text(name).map { [$0] } ?? []
            }
        }
        inDanger = form.first("danger") == "yes"
    }

    var problems: [FieldProblem] {
        answers.form.pages(for: answers.contactMode).flatMap { AnswerCheck.problems(with: answers, on: $0) }
    }
}
