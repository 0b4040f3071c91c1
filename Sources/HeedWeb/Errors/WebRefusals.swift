/// A method that the address does not take. Answered 405 with `Allow`.
struct MethodNotAllowed: Error {
    let allow: String
}

/// A request target beyond 8 KiB. Answered 414.
struct AddressTooLong: Error {
    static let limit = 8 * 1024
}

/// A request that changes something and comes from another site. Answered 403.
struct CrossSiteRefusal: Error {}
