import ArgumentParser
import Foundation
import HeedCore
import HeedSQL

/// `heed doctor`: looks an installation over, and says what is wrong and how to mend it.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check an installation and say what is wrong and how to mend it.")

    @Option(help: "The installation.") var data: String
    @Flag(help: "Print the findings as JSON.") var json = false

    func run() async throws {
        let findings = try await Examination(folder: DataFolder(data)).run()
        if json {
            let values = findings.map { ["check": $0.check, "ok": $0.isWell, "detail": $0.detail] as [String: Any] }
            let text = try JSONSerialization.data(withJSONObject: values, options: [.prettyPrinted, .sortedKeys])
            print(String(decoding: text, as: UTF8.self))
        } else {
            for finding in findings { print("\(finding.isWell ? "ok  " : "BAD ") \(finding.check): \(finding.detail)") }
        }
        if findings.contains(where: { !$0.isWell }) { throw ExitStatus.notSo }
    }
}
