/// The number that ties an error page to its log line. Random; says nothing of the request.
enum Incident {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    static func number() -> String { String((0..<8).map { _ in alphabet.randomElement()! }) }
}
