import CPostgres

/// The values of one statement, laid out for libpq: all in binary form, in one buffer.
struct PostgresParameters {
    /// int8, text, bytea; 0 lets the server infer the type of a null.
    let types: [Oid]
    private var bytes: [UInt8] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []

    init(_ values: [SQLValue]) {
        types = values.map { value in
            switch value {
            case .null: 0
            case .integer: PostgresType.int8
            case .text: PostgresType.text
            case .blob: PostgresType.bytea
            }
        }
        for value in values {
            let start = bytes.count
            switch value {
            case .null: break
            case .integer(let integer): withUnsafeBytes(of: integer.bigEndian) { bytes += $0 }
            case .text(let text): bytes += text.utf8
            case .blob(let blob): bytes += blob
            }
            offsets.append(value == .null ? nil : start)
            lengths.append(Int32(bytes.count - start))
        }
        // An empty value still needs an address: a null address means NULL.
        bytes.append(0)
    }

    /// Runs a prepared statement and asks for a binary result.
    func execute(_ name: String, on handle: OpaquePointer) -> OpaquePointer? {
        let formats = [Int32](repeating: 1, count: types.count)
        return bytes.withUnsafeBytes { buffer in
            let base = buffer.bindMemory(to: CChar.self).baseAddress
            let addresses = offsets.map { offset in offset.flatMap { base?.advanced(by: $0) } }
            return PQexecPrepared(handle, name, Int32(types.count), addresses, lengths, formats, 1)
        }
    }
}
