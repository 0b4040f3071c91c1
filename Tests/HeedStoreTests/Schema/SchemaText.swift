import HeedSQL

/// A store's schema in words that are the same on both engines: tables, columns, keys, indexes, references, triggers.
/// What one engine alone needs (truncation triggers) is left out.
enum SchemaText {
    static func read(_ db: Connection) throws -> String {
        let sources: [SQL] = db.dialect == .sqlite ? sqlite : postgres
        return try sources.flatMap { sql in try db.fetch(sql).map { try $0[0] as String } }.sorted()
            .joined(separator: "\n") + "\n"
    }

    private static let sqlite: [SQL] = [
        """
        SELECT m.name || ' column ' || c.name || ' ' || lower(c.type)
            || CASE WHEN c."notnull" = 1 OR c.pk > 0 THEN ' not null' ELSE '' END
            || CASE WHEN c.pk > 0 THEN ' key ' || c.pk ELSE '' END
        FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
        """,
        """
        SELECT m.name || ' index ' || i.name || ' (' || (
                SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)
            ) || ')' || CASE WHEN i."unique" = 1 THEN ' unique' ELSE '' END
        FROM sqlite_schema AS m JOIN pragma_index_list(m.name) AS i WHERE m.type = 'table' AND i.origin = 'c'
        """,
        """
        SELECT m.name || ' ' || f."from" || ' references ' || f."table" || ' ' || f."to"
        FROM sqlite_schema AS m JOIN pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table'
        """,
        "SELECT tbl_name || ' trigger ' || name FROM sqlite_schema WHERE type = 'trigger'",
    ]

    private static let postgres: [SQL] = [
        """
        SELECT t.relname || ' column ' || c.attname
            || CASE format_type(c.atttypid, NULL) WHEN 'bytea' THEN ' blob' WHEN 'bigint' THEN ' integer'
                ELSE ' ' || format_type(c.atttypid, NULL) END
            || CASE WHEN c.attnotnull THEN ' not null' ELSE '' END
            || coalesce((
                SELECT ' key ' || array_position(k.conkey, c.attnum) FROM pg_constraint AS k
                WHERE k.conrelid = t.oid AND k.contype = 'p' AND c.attnum = ANY (k.conkey)), '')
        FROM pg_class AS t JOIN pg_attribute AS c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
        WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace
        """,
        """
        SELECT t.relname || ' index ' || n.relname || ' (' || (
                SELECT string_agg(c.attname, ', ' ORDER BY k.place)
                FROM unnest(i.indkey) WITH ORDINALITY AS k (number, place)
                JOIN pg_attribute AS c ON c.attrelid = t.oid AND c.attnum = k.number
            ) || ')' || CASE WHEN i.indisunique THEN ' unique' ELSE '' END
        FROM pg_index AS i JOIN pg_class AS n ON n.oid = i.indexrelid JOIN pg_class AS t ON t.oid = i.indrelid
        WHERE NOT i.indisprimary AND t.relnamespace = current_schema()::regnamespace
        """,
        """
        SELECT t.relname || ' ' || c.attname || ' references ' || o.relname || ' ' || oc.attname
        FROM pg_constraint AS k JOIN pg_class AS t ON t.oid = k.conrelid JOIN pg_class AS o ON o.oid = k.confrelid
        JOIN pg_attribute AS c ON c.attrelid = t.oid AND c.attnum = k.conkey[1]
        JOIN pg_attribute AS oc ON oc.attrelid = o.oid AND oc.attnum = k.confkey[1]
        WHERE k.contype = 'f' AND t.relnamespace = current_schema()::regnamespace
        """,
        """
        SELECT t.relname || ' trigger ' || g.tgname FROM pg_trigger AS g JOIN pg_class AS t ON t.oid = g.tgrelid
        WHERE NOT g.tgisinternal AND g.tgname NOT LIKE '%_no_truncate'
            AND t.relnamespace = current_schema()::regnamespace
        """,
    ]
}
