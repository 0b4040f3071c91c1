import HTTPTypes

/// What a listener holds in memory, as one of its connections asks for it.
struct KeptShelf: Sendable {
    private let answer: @Sendable (String) -> KeptAnswer?
    private let clock = HTTPDate()

    init(_ site: Site) { answer = site.kept }

    /// The `Date` of an answer that leaves now.
    var date: String { clock.now }

    /// Nil for whatever is to go through the site: another method, an address with a query or with nothing held at it, a
    /// request that says something out of the way.
    func reply(to head: HTTPRequest) -> KeptReply? {
        guard head.method == .get || head.method == .head, let path = head.path, let answer = answer(path) else {
            return nil
        }
        let asking = KeptAsking(head.headerFields)
        return asking.isPlain ? answer.reply(isHead: head.method == .head, asking) : nil
    }
}
