import ArgumentParser
import Foundation
import HeedSQL
import HeedStore

/// `heed verify`: checks that need nobody's trust.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check what an installation claims.", subcommands: [Audit.self])

    /// `heed verify audit`: walks the audit chains and names the first bad row.
    struct Audit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "audit", abstract: "Walk the audit chains and name the first bad row of each.",
            discussion:
                "Needs no key. A tail that was cut off shows only against heads written earlier and kept elsewhere.")

        @Option(help: "The installation.") var data: String
        @Option(help: "Heads written earlier, to notice a missing tail.") var heads: String?
        @Option(help: "Where to write the heads as they are now.") var writeHeads: String?

        func run() async throws {
            let installation = try await Installation.open(DataFolder(data))
            let database = try installation.database(for: .desk)
            let known =
                try heads.map { try AuditHead.decode(String(decoding: DataFolder.read($0), as: UTF8.self)) } ?? []
            let report = try await AuditVerifier(heads: known).verify(database)
            await database.close()
            for fault in report.faults { print("first bad row: \(fault)") }
            if !report.faults.isEmpty { throw ExitStatus.notSo }
            print("audit intact: \(report.rows) rows of \(report.heads.count) writers")
            if let writeHeads {
                try DataFolder.write(Array(AuditHead.encode(report.heads).utf8), to: writeHeads)
            }
        }
    }
}
