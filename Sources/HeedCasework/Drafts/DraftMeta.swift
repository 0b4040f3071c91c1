import HeedCore

/// What is sealed beside a draft, so that it opens only where it was typed.
struct DraftMeta: Codable {
    var v = 1
    var type = "draft"
    let username: String
    let thread: RecordID?
    let form: String
    let time: Instant
}
