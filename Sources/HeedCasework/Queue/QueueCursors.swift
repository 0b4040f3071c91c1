import HeedCore
import HeedVault

/// Turns a place in the queue into an opaque word for an address, and back.
/// Sealed under a key of this process: an address says nothing of times or kinds, and none survives a restart.
package struct QueueCursors: Sendable {
    private let key: BoxKey
    private static let associated = Array("heed/v1/queue-place".utf8)

    package init() { key = BoxKey() }

    func text(of entry: QueueOrder.Entry, since: Instant) -> String? {
        var writer = ByteWriter()
        writer.byte(UInt8(entry.position.group.rawValue))
        writer.byte(entry.position.isCalm ? 1 : 0)
        writer.number(entry.position.due.milliseconds)
        writer.number(entry.position.received.milliseconds)
        writer.number(since.milliseconds)
        let box = try? SealedBox.seal(writer.bytes + entry.thread, key: key, associated: Self.associated)
        return box.map { Base64.url.encode($0) }
    }

    /// - Returns: nil for what this process did not write: the list then starts at its beginning.
    func cursor(_ text: String) -> QueueCursor? {
        guard let box = try? Base64.url.decode(text),
            let bytes = try? SealedBox.open(box, key: key, associated: Self.associated), bytes.count == 42
        else { return nil }
        var reader = ByteReader(bytes, at: 0)
        guard let group = QueueGroup(rawValue: Int(reader.byte())) else { return nil }
        let isCalm = reader.byte() == 1
        let due = Instant(milliseconds: reader.number())
        let received = Instant(milliseconds: reader.number())
        let since = Instant(milliseconds: reader.number())
        return QueueCursor(
            position: QueuePosition(group: group, isCalm: isCalm, due: due, received: received),
            thread: Array(bytes.suffix(16)), since: since)
    }
}
