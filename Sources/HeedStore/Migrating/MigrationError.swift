/// Why the schema cannot be brought up to date. The description says what to do.
package enum MigrationError: Error, Equatable, CustomStringConvertible {
    /// No directory of migrations in any of the places looked in.
    case notFound(looked: [String])
    /// A migration that this store has applied now reads differently.
    case changed(String)
    /// The store has a migration that this program does not know.
    case unknown(String)
    /// The store lacks this migration, and the caller only checks.
    case pending(String)

    package var description: String {
        switch self {
        case .notFound(let looked):
            """
            The schema files are not there. Looked in: \(looked.joined(separator: ", ")). Install the folder \
            heed_HeedStore.resources beside the program, or name the directory of the .sql files in the setting \
            store.migrations.
            """
        case .changed(let name):
            """
            Migration \(name) is not the one this store was built with. Applied migrations are never edited: \
            install the program's own files again.
            """
        case .unknown(let name):
            """
            This store has migration \(name), which this program does not know: it was served by a later version. \
            Install that version, or restore a backup made before the upgrade.
            """
        case .pending(let name):
            "This store lacks migration \(name). Start the program once with the role that owns the store."
        }
    }
}
