import FoundationEssentials
package import HeedCore
import HeedSQL

/// A notice as it is stored: its words as JSON by language, its moments as milliseconds since 1970.
package struct NoticeRow: Sendable {
    package let notice: Notice
    /// The change that withdrew it; nil while it was not.
    package let withdrawn: Int?

    /// - Throws: `SQLError.column` for what no notice has.
    init(_ row: Row) throws {
        let (bytes, kind, words): ([UInt8], String, String) = (try row["notice_id"], try row["kind"], try row["words"])
        let (starts, ends): (Int64, Int64) = (try row["starts"], try row["ends"])
        guard let id = RecordID(bytes: bytes) else { throw SQLError.column("notice_id") }
        guard let kind = Notice.Kind(rawValue: kind) else { throw SQLError.column("kind") }
        guard let words = try? JSONDecoder().decode([String: NoticeWords].self, from: Data(words.utf8)) else {
            throw SQLError.column("words")
        }
        notice = Notice(
            id: id, version: try row["version"], kind: kind, words: words, start: Instant(milliseconds: starts),
            end: Instant(milliseconds: ends))
        withdrawn = try row["withdrawn"]
    }

    /// The words as they are stored: sorted, so that the same words are the same bytes.
    static func text(_ words: [String: NoticeWords]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(words), as: UTF8.self)
    }
}
