/// Where and how to open a SQLite store.
/// The defaults are the ones to serve with; tests shorten the waits.
package struct SQLiteSettings: Sendable {
    package var path: String
    /// False refuses a file that is not there, so that a mistyped path never becomes an empty store.
    package var mayCreate: Bool
    /// Seconds to wait for another process's write.
    package var busyTimeout: Double
    package var readers: Int

    package init(path: String, mayCreate: Bool = true, busyTimeout: Double = 5, readers: Int = 4) {
        self.path = path
        self.mayCreate = mayCreate
        self.busyTimeout = busyTimeout
        self.readers = readers
    }
}
