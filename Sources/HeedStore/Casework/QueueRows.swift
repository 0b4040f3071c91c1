/// The rows of the queue, as of one moment.
package struct QueueRows: Sendable {
    package var cards: [ExtractRow] = []
    package var uncarded: [UncardedThread] = []

    package init() {}
}
