/// A place in the order of audit rows. Names nothing that the page does not show.
struct AuditPlace: Sendable {
    let batch: Int
    let writer: String
    let number: Int

    init(batch: Int, writer: String, number: Int) {
        self.batch = batch
        self.writer = writer
        self.number = number
    }

    init?(_ text: String?) {
        guard let parts = text?.split(separator: "."), parts.count == 3, let batch = Int(parts[0]),
            let number = Int(parts[2])
        else { return nil }
        self.init(batch: batch, writer: String(parts[1]), number: number)
    }

    var text: String { "\(batch).\(writer).\(number)" }
}
