/// The figures and dates of the Act as we know them on a day. Settings of a force replace them without a new program.
package struct TierRules: Sendable, Equatable {
    /// People at once from which the standard duty applies to premises: section 2(2)(c).
    package var standardFrom = 200
    /// And the enhanced duty: section 2(3)(a).
    package var enhancedFrom = 800
    /// People at once from which an event with checks at the entrance qualifies, which then has the duties of enhanced
    /// premises: section 3.
    package var eventFrom = 800
    /// Uses with the standard duty however many come, and no qualifying events: Schedule 1; explanatory notes,
    /// Schedule 1, point 4.
    package var alwaysStandard: Set<PremisesUse> = [.worship, .childcare, .school, .furtherEducation]
    /// From when the duties apply; nil while no regulation has set a day (section 37). The regulator prepares for
    /// spring 2027.
    package var inForceFrom: CalendarDay?

    /// The day of the newest source: the Act of 3 April 2025; the Home Office's statutory guidance (section 27) as updated
    /// on 21 April 2026; the Security Industry Authority on its role as regulator, 27 November 2025.
    package var asOf = CalendarDay(iso: "2026-04-21")!
    /// Guidance given after this day says that its figures may be old, until a force has looked again and says so.
    package var reviewBy = CalendarDay(iso: "2026-10-21")!

    package init() {}
}
