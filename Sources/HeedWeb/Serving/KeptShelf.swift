import NIOHTTP1

/// What a listener holds in memory, as one of its connections asks for it.
struct KeptShelf: Sendable {
    private let answer: @Sendable (String) -> KeptAnswer?
    private let clock = HTTPDate()

    init(_ site: Site) { answer = site.kept }

    /// The field that says when an answer leaves, now, and the end of its fields.
    var date: String { "Date: \(clock.now)\r\n\r\n" }

    /// Nil for whatever is to go through the site: another method or version, an address with a query or with nothing held at
    /// it, a request that says something out of the way.
    func reply(to head: HTTPRequestHead) -> KeptReply? {
        guard head.version == .http1_1, head.method == .GET || head.method == .HEAD, let answer = answer(head.uri)
        else { return nil }
        let asking = KeptAsking(head.headers)
        return asking.isPlain ? answer.reply(isHead: head.method == .HEAD, asking) : nil
    }
}
