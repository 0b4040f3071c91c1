import HeedSQL
import Testing

/// What every driver must do, as a value: `try await DatabaseContract(engine).run()`.
/// A third engine is right when it passes this and the store's own tests.
package struct DatabaseContract: Sendable {
    private let engine: Engine

    package init(_ engine: Engine) {
        self.engine = engine
    }

    /// Each promise on a fresh database with one table, `thing`.
    package func run() async throws {
        let promises: [@Sendable (Database) async throws -> Void] = [
            valuesComeBack, namesAndTypesAreChecked, textWithZeroIsRefused, rowCountsAreTold, constraintsHaveCodes,
            triggersSpeak, failureUndoesAll, failureEndsTheTransaction, savepointsUndoTheirOwn, savepointsNest,
            readsSeeOneSnapshot, readsDoNotWrite, racesHaveOneWinner, countersLoseNothing, participantsFollow,
            closedIsUnavailable,
        ]
        for promise in promises {
            try await engine.withDatabase { database in
                try await database.write { db in try db.script(Self.schema(db.dialect)) }
                try await promise(database)
            }
        }
    }

    static func schema(_ dialect: Dialect) -> String {
        let blob = dialect == .sqlite ? "blob" : "bytea"
        let int = dialect == .sqlite ? "integer" : "bigint"
        let strict = dialect == .sqlite ? " STRICT" : ""
        let table = """
            CREATE TABLE thing (
                id \(int) NOT NULL PRIMARY KEY, n \(int) CHECK (n >= 0), t text, b \(blob), flag \(int) NOT NULL DEFAULT 0
            )\(strict);
            CREATE UNIQUE INDEX thing_t ON thing (t);
            CREATE TABLE part (id \(int) NOT NULL REFERENCES thing (id))\(strict);
            """
        let trigger =
            switch dialect {
            case .sqlite:
                """
                CREATE TRIGGER thing_stays BEFORE DELETE ON thing BEGIN SELECT RAISE(ABORT, 'a thing stays'); END;
                """
            case .postgres:
                """
                CREATE FUNCTION stay() RETURNS trigger LANGUAGE plpgsql
                    AS $$ BEGIN RAISE EXCEPTION 'a thing stays'; END $$;
                CREATE TRIGGER thing_stays BEFORE DELETE ON thing FOR EACH ROW EXECUTE FUNCTION stay();
                """
            }
        return table + trigger
    }

    func closedIsUnavailable(_ database: Database) async throws {
        await database.close()
        await #expect(throws: SQLError.unavailable) { try await database.read { db in try db.fetch("SELECT 1") } }
        await #expect(throws: SQLError.unavailable) { try await database.write { db in try db.fetch("SELECT 1") } }
    }
}

extension Connection {
    func insertThing(_ id: Int, _ text: String? = nil) throws(SQLError) {
        try execute("INSERT INTO thing (id, t) VALUES (\(id), \(text))")
    }

    func thingCount() throws(SQLError) -> Int {
        try value("SELECT count(*) FROM thing") ?? -1
    }
}
