import HeedCore

/// What is sealed beside a reply: JSON with sorted keys.
struct ReplyMeta: Codable {
    var v = 1
    var type = "reply"
    let thread: RecordID
    let round: Int
    let time: Instant
}
