package import HeedCore

/// What a force may set about taking reports in. Counts, bytes and seconds; the defaults are those shipped.
package struct IntakeSettings: Sendable {
    /// The same form sent again counts once for at least this long.
    package var repeatWindow: Seconds
    /// The form closes when the data directory's file system has less than this free.
    package var diskReserve: Int64
    /// How long an answer of the form gate stands, in seconds; 2 at most.
    package var gateLifetime: Seconds
    /// Look-ups of codes that find nothing, of all people together, in a minute: from here on look-ups wait.
    package var failuresPerMinute: Int
    /// The longest that a look-up waits; 20 at most, so that whoever holds a code is in within half a minute.
    package var longestLookupWait: Seconds
    /// Where the data is, for the question of free disk; nil where the database is on another host.
    package var dataDirectory: String?

    package init(
        repeatWindow: Seconds = 48 * 3_600, diskReserve: Int64 = 512 << 20, gateLifetime: Seconds = 2,
        failuresPerMinute: Int = 60, longestLookupWait: Seconds = 8, dataDirectory: String?
    ) {
        self.repeatWindow = repeatWindow
        self.diskReserve = diskReserve
        self.gateLifetime = min(gateLifetime, 2)
        self.failuresPerMinute = max(1, failuresPerMinute)
        self.longestLookupWait = min(max(0, longestLookupWait), 20)
        self.dataDirectory = dataDirectory
    }
}
