/// The layout of a page, drawn: what stands before and after what the page has of its own.
package struct PageShell: Sendable {
    let before: String
    let after: String

    /// - Returns: nil unless the page is exactly what it has of its own with something around it.
    init?(page: String, own: String) {
        guard !own.isEmpty, let place = page.firstRange(of: own) else { return nil }
        before = String(page[..<place.lowerBound])
        after = String(page[place.upperBound...])
    }
}
