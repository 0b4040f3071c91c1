package import HeedCore

/// One question that people ask, and its answer.
/// Has words of its own, at least one other wording, and a source.
package struct Answer: Equatable, Sendable {
    /// Its anchor on the page of answers. One of its kind in a language.
    package let id: String
    package let question: String
    /// As people would type it. Never shown: for the search alone.
    package let otherWordings: [String]
    package let source: String
    /// After this day it is neither shown nor found.
    package let until: CalendarDay?
    package let blocks: [Block]
    /// The answer's Markdown, for the search to read.
    let text: String

    package func isGood(on day: CalendarDay) -> Bool { until.map { day <= $0 } ?? true }
}
