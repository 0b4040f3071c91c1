/// The text of a step record: what stands beside the signed statement in the sealed object. JSON with sorted keys.
/// The statement's `record` line is the SHA-256 of these bytes, so the signature covers the place of the step too:
/// steps cannot be swapped, and one cannot be taken out of the middle.
package struct StepText: Sendable, Equatable, Codable {
    package var v = 1
    /// Position in the thread, from 1, without gaps.
    package var number: Int
    /// SHA-256 of the statement of the step before, hexadecimal; empty for the first.
    package var previous: String
    package var time: Instant
    package var username: String
    package var body: StepBody
    /// The items the signer had read.
    package var itemsRead: [Int]

    package init(
        number: Int, previous: String, time: Instant, username: String, body: StepBody, itemsRead: [Int]
    ) {
        self.number = number
        self.previous = previous
        self.time = time
        self.username = username
        self.body = body
        self.itemsRead = itemsRead
    }
}
