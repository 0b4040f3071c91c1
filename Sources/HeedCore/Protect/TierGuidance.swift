/// Which tier of the Terrorism (Protection of Premises) Act 2025 ("Martyn's Law") premises or an event seem to be in.
///
/// Guidance, never a certificate: the Security Industry Authority decides for itself. No value of this type exists
/// that does not say so first.
package struct TierGuidance: Sendable, Equatable {
    package let tier: Tier
    /// In the order in which they are to be read. The first is always `guidanceOnly`, the second says how people are
    /// counted.
    package let statements: [Statement]
    /// The day on which the figures were right.
    package let asOf: CalendarDay

    package enum Tier: String, CaseIterable, Sendable {
        case outside, standard, enhanced
        /// Something that decides it is not known.
        case unclear
    }

    /// What is said with it; the raw value is the last part of the key of its words.
    package enum Statement: String, CaseIterable, Sendable {
        /// This is guidance. It is no certificate and no legal advice; the regulator decides.
        case guidanceOnly = "guidance-only"
        /// The most people, staff included, that can be expected at the same time, from time to time.
        case countsEverybody = "counts-everybody"
        case underStandard = "under-standard"
        case standardDuty = "standard-duty"
        case enhancedDuty = "enhanced-duty"
        /// Places of worship and most of education have the standard duty at any size.
        case alwaysStandard = "always-standard"
        case unlistedUse = "unlisted-use"
        case useUnknown = "use-unknown"
        case numberUnknown = "number-unknown"
        case eventQualifies = "event-qualifies"
        case eventDoesNot = "event-does-not"
        /// The duties do not apply yet.
        case notInForce = "not-in-force"
        case inForce = "in-force"
        /// The figures are past the day on which somebody should have looked again.
        case maybeOld = "maybe-old"
    }

    /// - Parameters:
    ///   - people: the most that can be expected at once, staff included; nil where it is not known.
    ///   - today: by London's calendar.
    package static func premises(
        use: PremisesUse, people: Int?, today: CalendarDay, rules: TierRules = TierRules()
    ) -> TierGuidance {
        let (tier, reason): (Tier, [Statement]) =
            switch (use, people) {
            case (.unlisted, _): (.outside, [.unlistedUse])
            case (_, nil): (.unclear, [.numberUnknown])
            case (_, let people?) where people < rules.standardFrom: (.outside, [.underStandard])
            case (.unsure, _): (.unclear, [.useUnknown])
            case (_, let people?) where people < rules.enhancedFrom: (.standard, [.standardDuty])
            case _ where rules.alwaysStandard.contains(use): (.standard, [.standardDuty, .alwaysStandard])
            default: (.enhanced, [.enhancedDuty])
            }
        return TierGuidance(tier, reason, today: today, rules)
    }

    /// An event of its own, such as a concert in a field.
    /// - Parameters:
    ///   - use: what the place is used for otherwise.
    ///   - checksEntry: whether tickets, payment or membership are checked on the way in; nil where it is not known.
    package static func event(
        at use: PremisesUse, people: Int?, checksEntry: Bool?, today: CalendarDay, rules: TierRules = TierRules()
    ) -> TierGuidance {
        let (tier, reason): (Tier, [Statement]) =
            switch (people, checksEntry) {
            case _ where rules.alwaysStandard.contains(use): (.outside, [.eventDoesNot, .alwaysStandard])
            case (_, false): (.outside, [.eventDoesNot])
            case (let people?, _) where people < rules.eventFrom: (.outside, [.eventDoesNot])
            case (nil, _): (.unclear, [.numberUnknown])
            case (_, nil): (.unclear, [.useUnknown])
            case (_, true): (.enhanced, [.eventQualifies])
            }
        return TierGuidance(tier, reason, today: today, rules)
    }

    private init(_ tier: Tier, _ reason: [Statement], today: CalendarDay, _ rules: TierRules) {
        self.tier = tier
        asOf = rules.asOf
        let isInForce = rules.inForceFrom.map { $0 <= today } ?? false
        statements =
            [.guidanceOnly, .countsEverybody] + reason + [isInForce ? .inForce : .notInForce]
            + (today > rules.reviewBy ? [.maybeOld] : [])
    }
}
