/// What a page's text refers to, each with its line, so that a site can check it all before it shows anything.
package struct PageMarks: Equatable, Sendable {
    package struct Mark: Equatable, Sendable {
        package let name: String
        package let line: Int
    }

    package internal(set) var places: [Mark] = []
    package internal(set) var links: [Mark] = []
    package internal(set) var parts: [Mark] = []
    package internal(set) var promises: [Mark] = []
    package internal(set) var facts: [Mark] = []
    /// Ids of headings.
    package internal(set) var ids: [Mark] = []
}
