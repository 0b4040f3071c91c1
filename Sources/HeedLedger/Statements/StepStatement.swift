import HeedVault

/// What one officer's step says, as it is signed: `heed-step/v1`, ASCII lines.
/// Names its thread by handle, so that only holders of LK can tell which thread it is about.
package struct StepStatement: Hashable, Sendable {
    package let origin: String
    /// Random, 16 bytes: names this step and no other.
    package let step: [UInt8]
    package let thread: ThreadHandle
    /// 0 for the report, 1 to 255 for follow-ups.
    package let item: Int
    /// `opened`, `decided`, `authorised`, …: a word of the casework table.
    package let verb: String
    /// The batch open when the step was taken.
    package let batch: Int
    /// The role in which the first signer acts.
    package let role: OfficerRole
    /// SHA-256 of the record text that the step carries, 32 bytes.
    package let record: [UInt8]
    /// Hash of the second signer's certificate where two sign, so that the first signs who the second is.
    package let cosigner: [UInt8]?

    /// - Parameter recordText: the reasons, research or decision text; stored beside the statement, sealed.
    /// - Throws: `LedgerError.badToken`, `.outOfRange` or `.wrongLength`.
    package init(
        origin: String, step: [UInt8] = Random.bytes(16), thread: ThreadHandle, item: Int, verb: String, batch: Int,
        role: OfficerRole, recordText: [UInt8], cosigner: [UInt8]? = nil
    ) throws(LedgerError) {
        try self.init(
            origin: origin, step: step, thread: thread, item: item, verb: verb, batch: batch, role: role,
            record: Digest.sha256(recordText), cosigner: cosigner)
    }

    private init(
        origin: String, step: [UInt8], thread: ThreadHandle, item: Int, verb: String, batch: Int, role: OfficerRole,
        record: [UInt8], cosigner: [UInt8]?
    ) throws(LedgerError) {
        guard Token.isOrigin(origin), Token.isWord(verb) else { throw .badToken }
        guard (0...255).contains(item), (0...Int(UInt32.max)).contains(batch) else { throw .outOfRange }
        guard step.count == 16, record.count == 32, cosigner.map({ $0.count == 32 }) ?? true else {
            throw .wrongLength
        }
        self.origin = origin
        self.step = step
        self.thread = thread
        self.item = item
        self.verb = verb
        self.batch = batch
        self.role = role
        self.record = record
        self.cosigner = cosigner
    }

    /// The signed bytes: every line above the first `sig`.
    package var text: [UInt8] {
        var text = """
            heed-step/v1
            origin \(origin)
            step \(Hex.encode(step))
            thread \(base64(thread.bytes))
            item \(item)
            verb \(verb)
            batch \(batch)
            role \(role.text)
            record \(base64(record))

            """
        if let cosigner { text += "cosigner \(base64(cosigner))\n" }
        return Array(text.utf8)
    }

    init(_ reader: inout LineReader) throws(LedgerError) {
        try reader.literal("heed-step/v1")
        let origin = try reader.field("origin")
        let stepText = try reader.field("step")
        let thread = try ThreadHandle(bytes: reader.bytes("thread", count: 32))
        let item = try reader.number("item")
        let verb = try reader.field("verb")
        let batch = try reader.number("batch")
        guard let step = try? Hex.decode(stepText), let role = try OfficerRole(reader.field("role")) else {
            throw reader.failure
        }
        let record = try reader.bytes("record", count: 32)
        let cosigner = try reader.optionalField("cosigner")
            .map { text throws(LedgerError) in try reader.bytes(from: text, count: 32) }
        do {
            try self.init(
                origin: origin, step: step, thread: thread, item: item, verb: verb, batch: batch, role: role,
                record: record, cosigner: cosigner)
        } catch {
            throw reader.failure
        }
    }
}
