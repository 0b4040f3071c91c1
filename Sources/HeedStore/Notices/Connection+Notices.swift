package import HeedCore
package import HeedSQL

/// Notices and the threat level: rows that are only added, each under the next number of all changes.
extension Connection {
    /// The number of the last change; 0 before the first. Three looks at the end of a key.
    package func bulletinVersion() throws(SQLError) -> Int {
        try value(
            """
            SELECT max(version) FROM (
                SELECT coalesce(max(version), 0) AS version FROM notice
                UNION ALL SELECT coalesce(max(version), 0) FROM notice_withdrawal
                UNION ALL SELECT coalesce(max(version), 0) FROM threat_level) AS last
            """) ?? 0
    }

    /// What is published and not over at `moment`.
    package func bulletin(at moment: Instant) throws -> Bulletin {
        let rows = try fetch(
            """
            \(Self.selectNotices) WHERE notice_withdrawal.version IS NULL AND notice.ends > \(moment.milliseconds)
            ORDER BY notice.version
            """)
        return Bulletin(
            version: try bulletinVersion(), notices: try rows.map { try NoticeRow($0).notice },
            threat: try threatLevel())
    }

    /// The latest notices, those that are over and withdrawn too, newest first.
    package func notices(limit: Int) throws -> [NoticeRow] {
        try fetch("\(Self.selectNotices) ORDER BY notice.version DESC LIMIT \(limit)").map { try NoticeRow($0) }
    }

    package func insert(_ notice: Notice) throws {
        try execute(
            """
            INSERT INTO notice (version, notice_id, kind, starts, ends, words) VALUES (
                \(notice.version), \(notice.id.bytes), \(notice.kind.rawValue), \(notice.start.milliseconds),
                \(notice.end.milliseconds), \(NoticeRow.text(notice.words)))
            """)
    }

    /// - Throws: `SQLError.unique` for one that is withdrawn already.
    package func withdraw(_ notice: RecordID, version: Int) throws(SQLError) {
        try execute("INSERT INTO notice_withdrawal (version, notice_id) VALUES (\(version), \(notice.bytes))")
    }

    /// The threat level as last set; nil where none is to be shown.
    package func threatLevel() throws(SQLError) -> ThreatReading? {
        guard let row = try first("SELECT level, as_of FROM threat_level ORDER BY version DESC LIMIT 1") else {
            return nil
        }
        let (level, day): (String?, String?) = (try row["level"], try row["as_of"])
        guard let level, let day else { return nil }
        guard let level = ThreatLevel(rawValue: level) else { throw .column("level") }
        guard let day = CalendarDay(iso: day) else { throw .column("as_of") }
        return ThreatReading(level: level, asOf: day)
    }

    package func setThreatLevel(_ reading: ThreatReading?, version: Int) throws(SQLError) {
        try execute(
            """
            INSERT INTO threat_level (version, level, as_of)
            VALUES (\(version), \(reading?.level.rawValue), \(reading?.asOf.iso))
            """)
    }

    /// The change that the public site last said it shows.
    package func bulletinShown() throws(SQLError) -> Int {
        try value("SELECT version FROM notice_shown WHERE name = 'public'") ?? 0
    }

    package func noteBulletinShown(_ version: Int) throws(SQLError) {
        try execute(
            """
            INSERT INTO notice_shown (name, version) VALUES ('public', \(version))
            ON CONFLICT (name) DO UPDATE SET version = excluded.version
            """)
    }

    private static var selectNotices: SQL {
        """
        SELECT notice.version AS version, notice.notice_id AS notice_id, kind, starts, ends, words,
            notice_withdrawal.version AS withdrawn
        FROM notice LEFT JOIN notice_withdrawal ON notice_withdrawal.notice_id = notice.notice_id
        """
    }
}
