package import HeedCore
package import HeedVault

/// What a partner agency's page can do to the store: read one request, and answer it. Apart from reports: neither knows of
/// the other.
package struct PartnerDoor: Sendable {
    /// `Refusal.notFound` for a code that is unknown, withdrawn or past its time, in the same time.
    package var open: @Sendable (PartnerCode) async throws -> PartnerView
    /// Returns only once the words are durable. The same words sent again count once.
    /// `Refusal` says that nothing was stored; any other error, that it is unknown.
    package var send: @Sendable (PartnerCode, PartnerAnswer, _ language: String) async throws -> Void

    package init(
        open: @escaping @Sendable (PartnerCode) async throws -> PartnerView,
        send: @escaping @Sendable (PartnerCode, PartnerAnswer, _ language: String) async throws -> Void
    ) {
        self.open = open
        self.send = send
    }

    /// Nobody was asked anything.
    package static let closed = PartnerDoor(
        open: { _ in throw Refusal.notFound }, send: { _, _, _ in throw Refusal.notFound })
}

/// What the holder of a partner's code may see. Never an answer, a name, or anything else of the case.
package struct PartnerView: Sendable, Equatable {
    /// An officer's words. Never printed.
    package let words: Redacted<String>
    package let isAnswered: Bool
    /// The last day on which the code works.
    package let lastDay: CalendarDay?

    package init(words: Redacted<String>, isAnswered: Bool, lastDay: CalendarDay?) {
        self.words = words
        self.isAnswered = isAnswered
        self.lastDay = lastDay
    }
}
