import HeedCasework
import HeedCore
import HeedWeb

/// From a form that came back to the action that takes the step. No rule is here: the action asks the workflow's table.
struct Taking: Sendable {
    let desk: Desk

    /// Takes a step that the session's key signs.
    func take(_ verb: Verb, _ step: StepForm, _ form: FormBody) async throws -> TakenStep {
        let reason = form.text("reason") ?? ""
        switch verb {
        case .opened: return try await OpenReport(desk).perform(step, item: form.first("item").flatMap { Int($0) } ?? 0)
        case .taken: return try await Take(desk).perform(step)
        case .putBack: return try await PutBack(desk).perform(step)
        case .broughtBack: return try await BringBack(desk).perform(step)
        case .closed: return try await Close(desk).perform(step)
        case .handedOver: return try await HandOver(desk).perform(step, to: form.first("colleague") ?? "")
        case .triaged: return try await Triage(desk).perform(step, assessment: Self.assessment(form))
        case .researched: return try await AddResearch(desk).perform(step, record: try Self.research(form))
        case .identified: return try await AddIdentifier(desk).perform(step, identifier: Self.identifier(form))
        case .marked: return try await mark(step, form)
        case .noted: return try await AddNote(desk).perform(step, text: form.text("note") ?? "")
        case .withdrawn: return try await Withdraw(desk).perform(step, reason: reason)
        case .refused: return try await Refuse(desk).perform(step, reason: reason)
        case .notRatified: return try await NotRatify(desk).perform(step, reason: reason)
        case .noActionProposed:
            return try await ProposeNoAction(desk).perform(step, decision: Self.decision(form, .noFurtherAction))
        case .confirmed: return try await Confirm(desk).perform(step, reason: reason)
        case .sentBack: return try await SendBack(desk).perform(step, reason: reason)
        case .decided: return try await decide(step, form)
        case .reopened: return try await Reopen(desk).perform(step, reason: reason)
        case .messaged: return try await SendQuestions(desk).perform(step, questions: form.all("question"))
        case .assessed: return try await AssessOnline(desk).perform(step, assessment: try Self.online(form))
        case .glassEnded: return try await BreakGlass(desk).end(step)
        case .surveyed:
            return try await RecordSurvey(desk).perform(
                step, day: form.text("day") ?? "", weakPoints: form.text("weak_points") ?? "",
                recommended: form.text("recommended") ?? "")
        case .messageRefused: return try await RefuseMessage(desk).perform(step, reason: reason)
        case .messageWithdrawn: return try await WithdrawMessage(desk).perform(step, reason: reason)
        case .partnerAnswered where form.first("partner-answer") != nil:
            guard let answer = form.first("partner-answer").flatMap({ RecordID(hex: $0[...]) }) else {
                throw Refusal.notFound
            }
            return try await ReadPartnerAnswer(desk).perform(step, answer: answer)
        case .partnerWithdrawn:
            return try await WithdrawRequest(desk).perform(
                step, request: form.first("partner_request").flatMap { RecordID(hex: $0[...]) }, reason: reason)
        case .proposed, .actedFirst, .authorised, .ratified, .messageProposed, .messageSigned, .sourceReviewed,
            .fileMade, .glassBroken:
            throw Refusal.notAllowed("refusal.sign-page")
        default:
            return try await RecordStep(desk).perform(step, verb, given: Self.given(form))
        }
    }

    /// Makes the statement of a step that takes a key unlocked for it alone.
    func prepare(_ verb: Verb, _ step: StepForm, _ form: FormBody) async throws -> PreparedStatement {
        let reason = form.text("reason") ?? ""
        return switch verb {
        case .proposed: try await Propose(desk).prepare(step, proposal: Self.proposal(form))
        case .actedFirst: try await ActFirst(desk).prepare(step, proposal: Self.proposal(form))
        case .authorised: try await Authorise(desk).prepare(step, reason: reason)
        case .glassBroken: try await BreakGlass(desk).prepare(step, reason: reason)
        case .ratified: try await Ratify(desk).prepare(step, reason: reason)
        case .messageProposed:
            try await ProposeMessage(desk).prepare(
                step, questions: form.all("question"), words: form.text("words") ?? "")
        case .fileMade:
            try await ExportOnline(desk).prepare(
                step, recipient: form.text("recipient") ?? "", purpose: form.text("purpose") ?? "",
                links: form.all("link").compactMap { Int($0) })
        case .messageSigned: try await SignMessage(desk).prepare(step)
        case .sourceReviewed: try await ReviewSource(desk).prepare(step, given: Self.given(form))
        default: throw Refusal.notFound
        }
    }

    /// What came for a declared field.
    static func given(_ form: FormBody) -> @Sendable (RecordField) -> [String] {
        { field in field.isTyped ? form.text(field.name).map { [$0] } ?? [] : form.all(field.name) }
    }

    private func mark(_ step: StepForm, _ form: FormBody) async throws -> TakenStep {
        let parts = (form.first("answer") ?? "").split(separator: ".", maxSplits: 1)
        var problems: [FieldProblem] = []
        if parts.count != 2 || Int(parts[0]) == nil { problems.append(Self.empty("answer")) }
        let mark = form.first("mark").flatMap(Mark.init)
        if mark == nil { problems.append(Self.empty("mark")) }
        guard problems.isEmpty, let mark, let item = Int(parts[0]) else { throw Refusal.notValid(problems) }
        return try await MarkAnswer(desk).perform(step, item: item, field: String(parts[1]), mark: mark)
    }

    private func decide(_ step: StepForm, _ form: FormBody) async throws -> TakenStep {
        guard let outcome = form.first("outcome").flatMap(Decision.Outcome.init), outcome != .noFurtherAction else {
            throw Refusal.notValid(
                [Self.empty("outcome")] + Self.decision(form, .actionTaken).problems)
        }
        return try await Decide(desk).perform(step, decision: Self.decision(form, outcome))
    }

    private static func empty(_ field: String) -> FieldProblem {
        FieldProblem(field: field, key: "problem.\(field).empty")
    }

    private static func assessment(_ form: FormBody) -> TriageAssessment {
        var assessment = TriageAssessment(
            gist: form.text("gist") ?? "",
            priority: form.first("priority").flatMap(TriageAssessment.Priority.init) ?? .medium,
            differently: form.first("differently").flatMap(TriageAssessment.Differently.init),
            looksDifferent: form.text("looks_different") ?? "")
        for line in TriageAssessment.lines { assessment[keyPath: line.path] = form.text(line.field) ?? "" }
        return assessment
    }

    private static func research(_ form: FormBody) throws -> ResearchRecord {
        let result = form.first("result").flatMap(ResearchRecord.Result.init)
        let record = ResearchRecord(
            system: form.text("system") ?? "", sought: form.text("sought") ?? "", result: result ?? .nothing,
            details: form.text("details") ?? "")
        // "Nothing found" is a finding: it is never what happens for want of an answer.
        guard result != nil else { throw Refusal.notValid([empty("result")] + record.problems) }
        return record
    }

    private static func online(_ form: FormBody) throws -> OnlineAssessment {
        let view = form.first("view").flatMap(OnlineAssessment.View.init)
        let assessment = OnlineAssessment(
            view: view ?? .unclear, offences: form.all("offence").compactMap(OnlineAssessment.Offence.init),
            why: form.text("why") ?? "", gist: form.text("gist") ?? "",
            priority: form.first("priority").flatMap(TriageAssessment.Priority.init) ?? .medium)
        guard view != nil else { throw Refusal.notValid([empty("view")] + assessment.problems) }
        return assessment
    }

    private static func identifier(_ form: FormBody) -> Identifier {
        Identifier(
            kind: form.first("kind").flatMap(Identifier.Kind.init) ?? .person, value: form.text("value") ?? "",
            source: form.text("source") ?? "")
    }

    private static func proposal(_ form: FormBody) -> Proposal {
        Proposal(
            act: form.text("act") ?? "", why: form.text("why") ?? "",
            research: form.all("research").compactMap { Int($0) },
            riskToReporter: form.text("risk_to_reporter") ?? "",
            validHours: form.first("valid_hours").flatMap { Int($0) }.map { min(max($0, 1), 168) } ?? 24)
    }

    private static func decision(_ form: FormBody, _ outcome: Decision.Outcome) -> Decision {
        Decision(
            outcome: outcome, why: form.text("why") ?? "", gathered: form.all("gathered").compactMap { Int($0) },
            assessment: form.text("assessment") ?? "", powers: form.text("powers") ?? "",
            options: form.text("options") ?? "", fairness: form.text("fairness") ?? "",
            reviewDays: form.first("review_days").flatMap { Int($0) } ?? 0)
    }
}
