/// How long the other services of the page may take. Defaults: a force changes the numbers in its settings.
/// None is a promise to the public until a force makes it one.
package struct ServiceLimits: Sendable, Equatable {
    // Online material. Both lengths are our own choice, from what referral units publish of their load.
    package var onlineLook = TimeLimit.seconds(4 * 3_600)
    package var onlineForwarded = TimeLimit.workingDays(2, .englandAndWales)
    /// Terrorism Act 2006, section 3(2)(b) and (9): the one number here that a force may not change.
    package let noticeToPublisher = TimeLimit.workingDays(2, .anyNation)

    // Concerns about a person.
    /// Screened by midnight of the day it came, working day or not. Our own choice; forces publish "same day".
    package var preventScreen = TimeLimit.workingDays(0, .englandAndWales)
    /// Police gateway assessment: five working days is commonly held, and not verified.
    package var preventGateway = TimeLimit.workingDays(5, .englandAndWales)
    /// From gateway to panel: commonly 10 to 20 working days, and not verified.
    package var preventPanel = TimeLimit.workingDays(20, .englandAndWales)

    // Advice for venues. Both lengths are our own choice.
    package var protectLook = TimeLimit.workingDays(2, .englandAndWales)
    package var protectAnswer = TimeLimit.workingDays(10, .englandAndWales)

    package init() {}
}
