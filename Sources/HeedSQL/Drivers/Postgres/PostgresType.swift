import CPostgres

/// The object identifiers of the types that cross the driver (fixed by PostgreSQL's catalogue).
enum PostgresType {
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let name: Oid = 19
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let unknown: Oid = 705
    static let char: Oid = 18
    static let bpchar: Oid = 1042
    static let varchar: Oid = 1043
}
