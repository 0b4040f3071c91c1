import FoundationEssentials
import HeedSQL
import HeedStore
import HeedTestKit
import Testing

@Suite struct SchemaTests {
    /// Docs/schema.txt is what a reader is told. After a new migration it is written anew by running this test with
    /// HEED_RECORD_SCHEMA=1, and read before it is committed.
    @Test(arguments: Engine.available) func `both engines have the schema that is documented`(
        engine: Engine
    ) async throws {
        let path =
            #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
            .joined(separator: "/") + "/Docs/schema.txt"
        let schema = try await engine.withStore { database in
            try await database.read { db in try SchemaText.read(db) }
        }
        if ProcessInfo.processInfo.environment["HEED_RECORD_SCHEMA"] == "1", engine == .sqlite {
            try Data(schema.utf8).write(to: URL(filePath: path))
        }
        let documented = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
        let missing = (documented ?? "").split(separator: "\n").filter { !schema.contains($0) }
        let extra = schema.split(separator: "\n").filter { documented?.contains($0) != true }
        #expect(documented == schema, "not in the store: \(missing); not in Docs/schema.txt: \(extra)")
    }

    @Test(arguments: Engine.available) func `no column can hold a time finer than a batch`(engine: Engine) async throws
    {
        let schema = try await engine.withStore { database in
            try await database.read { db in try SchemaText.read(db) }
        }
        for line in schema.split(separator: "\n") where line.contains(" column ") {
            for word in ["timestamp", "date", "_at", "time "] { #expect(!line.contains(word), "\(line)") }
            // A notice's moments are public with it, and the only ones.
            let isMoment = line.contains("column starts ") || line.contains("column ends ")
            #expect(!isMoment || line.hasPrefix("notice column "), "\(line)")
        }
    }
}
