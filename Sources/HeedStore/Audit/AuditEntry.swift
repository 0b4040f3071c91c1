/// One thing that somebody did or tried: who, what, to what, why, and exactly when.
/// Holds no content of a report and no code. Encoded as in Docs/formats/audit.md, version 1.
package struct AuditEntry: Sendable, Equatable {
    /// Milliseconds since 1970, UTC. Exact times exist only inside the sealed box.
    package var time: Int64
    /// A username, or the name of a process.
    package var actor: String
    package var verb: String
    /// A handle or an identifier, never words.
    package var object: String
    /// What the actor gave as the reason, where one was asked.
    package var reason: String

    package init(time: Int64, actor: String, verb: String, object: String = "", reason: String = "") {
        self.time = time
        self.actor = actor
        self.verb = verb
        self.object = object
        self.reason = reason
    }

    /// `0x01 ‖ u64be time ‖ u64be batch ‖ (u32be length ‖ UTF-8)` of actor, verb, object, reason.
    func encode(batch: Int) -> [UInt8] {
        var bytes: [UInt8] = [1] + Self.bigEndian(UInt64(bitPattern: time)) + Self.bigEndian(UInt64(batch))
        for field in [actor, verb, object, reason] {
            bytes += Self.bigEndian(UInt32(field.utf8.count)) + Array(field.utf8)
        }
        return bytes
    }

    /// The event and its batch; nil for another version or a malformed one.
    static func decode(_ bytes: [UInt8]) -> (event: AuditEntry, batch: Int)? {
        var rest = bytes[...]
        func take(_ count: Int) -> [UInt8]? {
            guard rest.count >= count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        func integer(_ count: Int) -> UInt64? {
            take(count)?.reduce(0) { $0 << 8 | UInt64($1) }
        }
        func text() -> String? {
            guard let length = integer(4), let bytes = take(Int(length)) else { return nil }
            return String(validating: bytes, as: UTF8.self)
        }
        guard take(1) == [1], let time = integer(8), let batch = integer(8).flatMap({ Int(exactly: $0) }),
            let actor = text(), let verb = text(), let object = text(), let reason = text(), rest.isEmpty
        else { return nil }
        let event = AuditEntry(
            time: Int64(bitPattern: time), actor: actor, verb: verb, object: object, reason: reason)
        return (event, batch)
    }

    private static func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
}
