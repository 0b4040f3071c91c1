import HeedCasework
import HeedCore

/// Which part of Martyn's Law may apply to the place that an enquiry is about, for the advisor alone.
/// Says first that it is guidance. Never shown to whoever asked, so never taken for a certificate.
struct TierView {
    let view: CaseView
    let speech: Speech
    let today: CalendarDay

    func fill(_ model: inout PageModel) {
        let lines = lines
        model["hasTier"] = !lines.isEmpty
        model["tier"] = lines.map(TextView.init)
    }

    private var lines: [String] {
        guard view.kind == .protect, let use = answer("use").flatMap(PremisesUse.init) else { return [] }
        let rules = TierRules()
        let guidance = TierGuidance.premises(
            use: use, people: answer("people").flatMap(PeopleCount.read), today: today, rules: rules)
        let figures = ["standard": "\(rules.standardFrom)", "enhanced": "\(rules.enhancedFrom)"]
        return [speech.text("desk-tier.\(guidance.tier.rawValue)")]
            + guidance.statements.map { speech.text("desk-tier.\($0.rawValue)", figures) }
            + [speech.text("desk-tier.as-of", ["day": guidance.asOf.iso])]
    }

    private func answer(_ name: String) -> String? {
        view.items.first { $0.number == 0 }?.answers.first { $0.question.name == name }?.values.value.first
    }
}
