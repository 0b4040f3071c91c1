import CPostgres

/// One statement's result, freed with the object. Making it throws what the server refused.
final class PostgresResult {
    private let handle: OpaquePointer

    init(_ result: OpaquePointer?, _ connection: OpaquePointer) throws(SQLError) {
        guard let result else { throw .unavailable }
        let status = PQresultStatus(result)
        guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY else {
            defer { PQclear(result) }
            throw SQLError(postgres: result, connection)
        }
        handle = result
    }

    deinit {
        PQclear(handle)
    }

    /// How many rows the statement changed; 0 where that has no meaning.
    var changed: Int {
        Int(String(cString: PQcmdTuples(handle))) ?? 0
    }

    func rows() throws(SQLError) -> [Row] {
        let width = PQnfields(handle)
        let columns = (0..<width).map { String(cString: PQfname(handle, $0)) }
        var rows: [Row] = []
        rows.reserveCapacity(Int(PQntuples(handle)))
        for row in 0..<PQntuples(handle) {
            var values: [SQLValue] = []
            values.reserveCapacity(Int(width))
            for column in 0..<width { values.append(try value(row, column)) }
            rows.append(Row(columns: columns, values: values))
        }
        return rows
    }

    private func value(_ row: Int32, _ column: Int32) throws(SQLError) -> SQLValue {
        if PQgetisnull(handle, row, column) == 1 { return .null }
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(handle, row, column), count: Int(PQgetlength(handle, row, column)))
        switch PQftype(handle, column) {
        case PostgresType.int8, PostgresType.int4, PostgresType.int2:
            let isNegative = bytes.first.map { $0 >= 0x80 } ?? false
            return .integer(bytes.reduce(isNegative ? -1 : 0) { $0 << 8 | Int64($1) })
        case PostgresType.bool:
            return .integer(Int64(bytes.first ?? 0))
        case PostgresType.text, PostgresType.varchar, PostgresType.bpchar, PostgresType.name, PostgresType.char,
            PostgresType.unknown:
            return .text(String(decoding: bytes, as: UTF8.self))
        case PostgresType.bytea:
            return .blob(Array(bytes))
        default:
            // A sum is numeric here: cast it to bigint in the statement, which both engines understand.
            throw .column(String(cString: PQfname(handle, column)))
        }
    }
}
