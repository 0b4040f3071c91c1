/// The text of a step record: what stands beside the signed statement in the sealed object. JSON with sorted keys.
/// The statement's `record` line is the SHA-256 of these bytes.
package struct StepRecord: Sendable, Equatable, Codable {
    package var v = 1
    package var time: Instant
    package var username: String
    package var body: StepBody
    /// The items the signer had read.
    package var itemsRead: [Int]

    package init(time: Instant, username: String, body: StepBody, itemsRead: [Int]) {
        self.time = time
        self.username = username
        self.body = body
        self.itemsRead = itemsRead
    }
}
