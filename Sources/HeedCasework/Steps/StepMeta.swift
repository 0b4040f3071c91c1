import HeedCore

/// What is sealed beside a step record: JSON with sorted keys.
struct StepMeta: Codable {
    var v = 1
    var type = "step"
    let thread: RecordID
    let step: RecordID
    let number: Int
}
