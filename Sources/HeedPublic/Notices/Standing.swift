import HeedCore
import HeedWeb
import Synchronization

/// What stands on every page just now, drawn once for each language, so that a page costs nothing more for it.
/// Written by `NoticeBoard` alone.
final class Standing: Sendable {
    /// All of it at one moment. A page is drawn from one of these, never from two.
    struct Sheet: Sendable {
        /// Another for each that is shown.
        fileprivate(set) var number = 0
        /// By the language's code: the frame of its pages with the notices in it, and how many bytes they are.
        var frames: [String: (frame: PageFrame, bytes: Int)] = [:]
        /// For the page that needs no frame, in the first language.
        var plain = Markup.none
        /// The threat level, while it is fresh.
        var threat: ThreatReading?

        func frame(_ speech: Speech) -> PageFrame { frames[speech.code]?.frame ?? speech.frame }
        func bytes(_ speech: Speech) -> Int { frames[speech.code]?.bytes ?? 0 }
    }

    private let state = Mutex(Sheet())

    var sheet: Sheet { state.withLock { $0 } }
    func show(_ sheet: Sheet) {
        state.withLock { shown in
            let number = shown.number + 1
            shown = sheet
            shown.number = number
        }
    }
}
