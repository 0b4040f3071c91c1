/// A length as a force writes it in its settings: `15m`, `4h`, `14d`, `2wd`, `same-day`.
/// Positive, and no longer than a year: a clock of no length, or of one that nobody lives to see, would be none.
extension TimeLimit {
    /// What is allowed, in words.
    package static let allowed =
        "minutes, hours or days of 24 hours such as 15m, 4h and 14d (366d at most), working days such as 2wd (200wd at most),"
        + " or same-day"

    /// - Parameter law: by which working days count.
    /// - Returns: nil for anything else than `allowed` says.
    package init?(_ text: String, by law: WorkingDayLaw) {
        if text == "same-day" {
            self = .workingDays(0, law)
            return
        }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...6).contains(digits.count), digits.first != "0", let count = Int64(digits) else { return nil }
        let unit: Seconds
        switch text.dropFirst(digits.count) {
        case "m": unit = 60
        case "h": unit = 3_600
        case "d": unit = 86_400
        case "wd":
            guard count <= 200 else { return nil }
            self = .workingDays(Int(count), law)
            return
        default: return nil
        }
        guard count * unit <= 366 * 86_400 else { return nil }
        self = .seconds(count * unit)
    }

    /// As it would be written, in the largest unit that fits.
    package var text: String {
        switch self {
        case .workingDays(0, _): "same-day"
        case .workingDays(let days, _): "\(days)wd"
        case .seconds(let seconds) where seconds.isMultiple(of: 86_400): "\(seconds / 86_400)d"
        case .seconds(let seconds) where seconds.isMultiple(of: 3_600): "\(seconds / 3_600)h"
        case .seconds(let seconds): "\(seconds / 60)m"
        }
    }

    /// Whether it cannot be the longer of two that are set side by side. So many working days take at least so many days;
    /// that the rest of a day may be shorter than an hour is seen to when it runs (`RunningClock`).
    func isNoLonger(than other: TimeLimit) -> Bool {
        switch (self, other) {
        case (.seconds(let mine), .seconds(let others)): mine <= others
        case (.seconds(let mine), .workingDays(let days, _)): mine <= Seconds(max(1, days)) * 86_400
        case (.workingDays(let mine, _), .workingDays(let others, _)): mine <= others
        case (.workingDays(let mine, _), .seconds(let others)): mine == 0 && others >= 86_400
        }
    }
}
