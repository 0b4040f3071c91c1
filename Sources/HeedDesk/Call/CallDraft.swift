import HeedCore
import HeedVault
import HeedWeb

/// What a call-taker's page carries, sealed in a hidden field and bound to the call-taker: the code, the thread,
/// and every answer so far. Nothing of a call is stored before it is handed over.
struct CallDraft: Sendable {
    let code: ReporterCode
    let thread: RecordID
    let callTaker: String
    private(set) var answers = Answers(.activity)
    var inDanger = false
    /// What was typed under another kind before the call-taker turned: it is there again on turning back.
    private var put: [ReportKind: Answers] = [:]

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
        for kind in ReportKind.allCases {
            var given = Answers(kind)
            for question in given.form.questions {
                given[question.name] = typed.form.all("\(kind.rawValue) \(question.name)")
            }
            put[kind] = given
        }
        answers = typed.form.first(" kind").flatMap(ReportKind.init).flatMap { put[$0] } ?? answers
    }

    /// Goes on as a report of another kind. What both ask stays answered; what only one asks waits for its turn.
    mutating func turn(to kind: ReportKind) {
        guard kind != answers.kind else { return }
        put[answers.kind] = answers
        var turned = put[kind] ?? Answers(kind)
        for question in turned.form.questions {
            let given = answers[question.name]
            if !given.isEmpty, answers.form.question(question.name)?.control == question.control {
                turned[question.name] = given
            }
        }
        answers = turned
    }

    func sealed(_ keys: FormKeys) throws -> String {
        var fields: [(name: String, value: String)] = [
            (" code", code.symbols), (" thread", thread.hex), (" by", callTaker),
            (" danger", inDanger ? "yes" : "no"), (" kind", answers.kind.rawValue),
        ]
        for given in put.merging([answers.kind: answers], uniquingKeysWith: { $1 }).values {
            for (question, values) in given.inFormOrder {
                fields += values.map { ("\(given.kind.rawValue) \(question.name)", $0) }
            }
        }
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
