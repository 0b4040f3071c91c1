import CPostgres

extension SQLError {
    /// The portable code of a refused result. Only the message of a migration's own trigger is kept.
    init(postgres result: OpaquePointer, _ connection: OpaquePointer) {
        guard PQstatus(connection) == CONNECTION_OK else {
            self = .unavailable
            return
        }
        let state = Self.field("C", of: result)
        switch state {
        case "23505": self = .unique
        case "23514": self = .check
        case "23502": self = .notNull
        case "23503": self = .foreignKey
        case "P0001": self = .trigger(Self.field("M", of: result))
        case "40001", "40P01": self = .serialization
        case "55P03", "57014": self = .busy
        case "53100": self = .full
        case "25006": self = .readOnly
        case "42501": self = .denied
        case "25P02": self = .aborted
        default: self = Self.unavailable(state) ? .unavailable : .other(state)
        }
    }

    /// Connection lost, server stopping or starting, too many connections, no memory.
    private static func unavailable(_ state: String) -> Bool {
        state.isEmpty || state.hasPrefix("08") || state.hasPrefix("57P") || state.hasPrefix("53")
    }

    private static func field(_ name: Unicode.Scalar, of result: OpaquePointer) -> String {
        PQresultErrorField(result, Int32(name.value)).map { String(cString: $0) } ?? ""
    }
}
