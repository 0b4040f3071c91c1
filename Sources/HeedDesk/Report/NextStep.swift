import HeedCasework
import HeedCore

/// What can be done now, what must come first, and what others do.
/// Printed from the workflow's table, which also decides.
struct NextStep {
    let view: CaseView
    let speech: Speech
    /// The staff number of whoever reads the page.
    var person = ""

    struct Act: Sendable {
        let isButton: Bool
        let href: String
        let text: String
        let isFirst: Bool
    }

    struct Missing: Sendable {
        let text: String
        let hasLink: Bool
        let href: String
        let link: String
    }

    /// In the order in which they are offered; what answers somebody comes first.
    private static let order: [Verb] = [
        .authorised, .refused, .ratified, .notRatified, .confirmed, .sentBack, .messageSigned, .messageRefused,
        .sourceReviewed, .glassReviewed, .taken, .triaged, .assessed, .screened,
        .deconflicted, .weighed, .researched, .proposed, .decided, .forwarded, .fileMade, .noticeAnswered, .noticeGiven,
        .answered, .advised, .routed, .handedOff,
        .consented, .supported, .policeLed, .signposted, .pursued, .booked, .held, .surveyed, .followedUp, .exited,
        .reviewed,
        .reviewedAgain, .raised, .noActionProposed, .described, .looked, .contacted, .partnerAsked, .partnerAnswered,
        .partnerWithdrawn,
        .messaged, .messageProposed, .reviewAsked, .closed, .reopened, .identified, .marked, .noted, .linked,
        .relationNoted, .lookAllowed, .withdrawn, .messageWithdrawn,
        .broughtBack, .handedOver, .putBack, .glassEnded, .checked, .retained, .disposalProposed,
        .disposalAgreed, .glassBroken,
    ]
    /// Steps whose missing conditions are worth a sentence.
    private static let goals: [Verb] = [
        .proposed, .noActionProposed, .messaged, .messageProposed, .authorised, .ratified, .confirmed, .decided,
        .closed, .forwarded, .answered,
        .advised, .routed, .weighed, .handedOff, .supported, .policeLed, .signposted, .pursued, .looked,
    ]

    var acts: [Act] {
        let allowed = Self.order.filter { view.verdicts[$0] == .allowed }
        return allowed.map { act($0, isFirst: $0 == first(of: allowed)) }
    }

    var emergency: [Act] { view.verdicts[.actedFirst] == .allowed ? [act(.actedFirst, isFirst: false)] : [] }

    /// The reverse of the step that this officer took last, if it may be taken now: a step of its own, signed like any.
    /// What was brought back has no reverse: no step of the table sets a report aside. Nor has anything grave.
    var undo: [Act] {
        guard let last = view.steps.last?.step, last.person == person, let reverse = Self.reverse[last.verb],
            view.verdicts[reverse] == .allowed
        else { return [] }
        return [
            Act(
                isButton: reverse.manner == .button, href: "/report/\(view.thread.hex)/\(reverse.slug)",
                text: speech.text("desk-undo.\(last.verb.rawValue)"), isFirst: false)
        ]
    }

    /// Assessing again adds to what was assessed: gist and priority are then as the last says.
    static let reverse: [Verb: Verb] = [
        .taken: .putBack, .putBack: .taken, .handedOver: .handedOver, .triaged: .triaged,
        .assessed: .assessed, .screened: .screened, .weighed: .weighed,
    ]

    var notYet: [Missing] {
        Self.goals.flatMap { verb -> [Missing] in
            guard case .needs(let needs)? = view.verdicts[verb] else { return [] }
            return needs.map { missing(verb, $0) }
        }
    }

    /// Steps that this role never takes, with whose they are.
    var others: [TextView] {
        Verb.allCases.compactMap { verb in
            guard case .othersOnly(let roles)? = view.verdicts[verb],
                let rule = view.kind.workflow.rule(for: verb), rule.from.contains(view.facts.state),
                // An answer is nobody's to give while nothing waits for one.
                !rule.needs.contains(.anotherPerson) || view.facts.asked(by: verb) != nil
            else { return nil }
            return TextView(
                speech.text(
                    "desk-report.others-do",
                    [
                        "step": speech.act(verb, view.kind),
                        "roles": roles.map(speech.role).sorted().joined(separator: ", "),
                    ]))
        }
    }

    /// Why one step cannot be taken, for its own page.
    func missing(_ verb: Verb, _ verdict: Workflow.Verdict) -> [Missing] {
        switch verdict {
        case .allowed: []
        case .needs(let needs): needs.map { missing(verb, $0) }
        case .wrongState, .othersOnly, .notOfThisKind:
            [
                Missing(
                    text: speech.text(
                        "desk-report.wrong-state",
                        ["step": speech.act(verb, view.kind), "state": speech.state(view.facts.state)]),
                    hasLink: false, href: "", link: "")
            ]
        }
    }

    private func first(of allowed: [Verb]) -> Verb? {
        // What is found out first is offered first, until it is recorded.
        let findings: [(Verb, Need)] = [
            (.assessed, .assessment), (.screened, .screen), (.deconflicted, .clear), (.weighed, .weighing),
            (.triaged, .triage), (.researched, .research),
        ]
        let needed = findings.first { verb, need in
            allowed.contains(verb) && !view.facts.records(need) && (verb != .researched || view.kind == .activity)
        }
        if let needed { return needed.0 }
        let rest = allowed.filter { verb in !findings.contains { $0.0 == verb } }
        return rest.first ?? allowed.first
    }

    private func act(_ verb: Verb, isFirst: Bool) -> Act {
        let place = verb.manner == .signed ? "/sign-in" : "/report"
        return Act(
            isButton: verb.manner == .button, href: "\(place)/\(view.thread.hex)/\(verb.slug)",
            text: speech.act(verb, view.kind), isFirst: isFirst)
    }

    private func missing(_ verb: Verb, _ need: Need) -> Missing {
        let place = link(to: need)
        return Missing(
            text: speech.text(
                "desk-report.needs",
                ["step": speech.act(verb, view.kind), "need": speech.text("desk-need.\(need.rawValue)")]),
            hasLink: place != nil, href: place ?? "",
            link: place == nil ? "" : speech.text("desk-need.\(need.rawValue).link"))
    }

    /// Where what is missing is supplied; nil where nobody can supply it from here.
    private func link(to need: Need) -> String? {
        let report = "/report/\(view.thread.hex)"
        return switch need {
        case .everythingOpened: report + (view.facts.unopened.isEmpty ? "#partners" : "#unopened")
        case .triage: "\(report)/\(Verb.triaged.slug)"
        case .assessment, .unlawfulView, .lawfulView, .elsewhereView: "\(report)/\(Verb.assessed.slug)"
        case .research: "\(report)/\(Verb.researched.slug)"
        case .screen, .clear, .gateway, .weighing, .channelView, .policeView, .pursueView, .consent:
            need.saying.map { "\(report)/\($0.verb.slug)" }
        case .holding, .holdingOrSupervising: report + "#next"
        case .changesRead: report + "#said"
        case .lookLeft: AccountPage.path + "#looks"
        case .noNoticeRuns: "\(report)/\(Verb.noticeAnswered.slug)"
        case .messagingOpen: view.verdicts[.reviewAsked] == .allowed ? "\(report)/\(Verb.reviewAsked.slug)" : nil
        case .roundLeft: view.verdicts[.messageProposed] == .allowed ? "\(report)/\(Verb.messageProposed.slug)" : nil
        case .unheld, .anotherPerson, .samePerson, .code, .setAside, .threadOpen, .messageWaits, .noMessageWaits,
            .messagingLocked, .reviewWaits, .noReviewWaits, .noticeRuns, .surveyPermission, .liveRequest,
            .reviewDue, .disposalByAnother, .heldByAnother, .glassRunning, .glassToReview, .lookToAllow:
            nil
        }
    }
}
