/// Something the desk says to everybody on every page of the public site, from one moment to another.
/// Once published it never changes; it can only be withdrawn, and it ends by itself.
package struct Notice: Sendable, Equatable {
    package let id: RecordID
    /// Which change of the bulletin it is.
    package let version: Int
    package let kind: Kind
    /// By the code of the language; the first language is always there.
    package let words: [String: NoticeWords]
    package let start: Instant
    /// From then on it stands no more.
    package let end: Instant

    package enum Kind: String, CaseIterable, Sendable {
        case information
        /// Something goes on now, and people are told what to do.
        case incident
    }

    package init(
        id: RecordID, version: Int, kind: Kind, words: [String: NoticeWords], start: Instant, end: Instant
    ) {
        self.id = id
        self.version = version
        self.kind = kind
        self.words = words
        self.start = start
        self.end = end
    }

    package func stands(at moment: Instant) -> Bool { start <= moment && moment < end }
}
