package import HeedCore

/// What a page says about itself before its text begins: who answers for it, from what, and until when.
package struct PageHead: Equatable, Sendable {
    /// The page's one heading of level 1.
    package let title: String
    /// Two or three neutral words for the browser's title and history.
    package let topic: String
    /// Who keeps it right.
    package let owner: String
    /// Where its facts come from.
    package let source: String
    package let reviewed: CalendarDay
    /// After this day the page tells staff that it is overdue. It is still shown.
    package let reviewBy: CalendarDay
    /// Where the map of the site lists it.
    package let group: Group
    /// A text whose words the law gives: its reading age is not judged.
    package let isLegal: Bool
    package let facts: [String: Fact]

    /// Something that is only so until a day: after it, it is not shown.
    package struct Fact: Equatable, Sendable {
        package let until: CalendarDay
        package let source: String
        let line: Int
    }

    /// In the order of the map.
    package enum Group: String, CaseIterable, Sendable {
        case urgent, report, person, venue, travel, about
    }
}
