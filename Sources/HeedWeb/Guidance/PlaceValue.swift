/// What stands in a place of a page's text: `{hotline}`.
package enum PlaceValue: Equatable, Sendable {
    case text(String)
    /// A telephone number as people read it; written as a link to call it, left to right in every language.
    case telephone(String)
    /// Another site's address: for links only.
    case address(String)
}
