import ArgumentParser

/// How a command ends. The numbers are a promise to scripts.
enum ExitStatus {
    /// The thing asked about is not so: a broken promise, a bad row, an unhealthy installation.
    static let notSo = ExitCode(1)
    /// Wrong use.
    static let usage = ExitCode(2)
    /// Could not be carried out, or cannot tell.
    static let failed = ExitCode(3)
}
