/// A notice as it was written, before anything of it was checked. Moments that could not be read are nil.
package struct NoticeDraft: Sendable, Equatable {
    package var kind: Notice.Kind?
    /// By the code of the language.
    package var words: [String: NoticeWords]
    package var start: Instant?
    package var end: Instant?

    package init(kind: Notice.Kind?, words: [String: NoticeWords], start: Instant?, end: Instant?) {
        self.kind = kind
        self.words = words
        self.start = start
        self.end = end
    }
}
