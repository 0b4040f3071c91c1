import Foundation
import HeedContent
import HeedWeb

/// Goes on exporting: looks each half second, and presses again once a change has come to rest, so within 5 s.
/// What cannot be pressed leaves the copy as it was, and is said.
struct ExportWatch {
    let export: SiteExport

    private static let pause: Duration = .milliseconds(500)
    /// A change that never rests is pressed all the same.
    private static let patience = 4

    /// Until a signal asks to end.
    func run(from start: EditionStamp) async {
        let (ended, continuation) = AsyncStream<Void>.makeStream()
        let signals = WholeService.onSignal { continuation.finish() }
        defer { signals.forEach { $0.cancel() } }
        let watching = Task { await watch(from: start) }
        for await _ in ended {}
        watching.cancel()
        await watching.value
    }

    private func watch(from start: EditionStamp) async {
        var pressed = start
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.pause)
            guard var stamp = try? await export.stamp(known: pressed.bulletin), stamp != pressed else { continue }
            for _ in 0..<Self.patience {
                try? await Task.sleep(for: Self.pause)
                guard let next = try? await export.stamp(known: stamp.bulletin) else { break }
                let isAtRest = next == stamp
                stamp = next
                if isAtRest { break }
            }
            if Task.isCancelled { return }
            pressed = stamp
            do { Self.tell(try export.once(showing: stamp.bulletin), export.folder) } catch { Self.complain(error) }
        }
    }

    /// One line, at once: `print` would wait in a buffer when nobody's terminal reads.
    static func tell(_ outcome: ExportFolder.Outcome, _ folder: ExportFolder) {
        let line =
            "exported \(folder.path): \(outcome.all) files, \(outcome.changed) changed, \(outcome.removed) removed\n"
        try? FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
    }

    private static func complain(_ error: any Error) {
        let reason =
            switch error {
            case let refusal as StartRefusal: "\(refusal)"
            case let refusal as StartupRefusal: "\(refusal)"
            case let fault as ContentFault: "a page cannot be shown: \(fault)"
            default: "\(type(of: error))"
            }
        let line = "the copy stays as it was: \(reason.replacing("\n", with: " "))\n"
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }
}
