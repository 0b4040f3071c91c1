import HeedCore
import HeedWeb

/// Keys of words that the pages about notices ask for at run time.
enum NoticeKeys {
    static var all: [String] {
        let own = [
            "topic", "write-topic", "title", "text", "act", "changed", "seen", "shown", "unseen",
            "state-standing", "state-coming", "state-over", "state-withdrawn", "threat-none", "threat-shown",
            "threat-stale",
        ]
        let problems =
            [
                "kind", "title-empty", "text-empty", "act-empty", "act-needless", "long", "start", "start-past",
                "start-far", "end", "end-first", "end-past", "full", "as-of", "level",
            ] + Notice.Kind.allCases.map { "end-far-\($0.rawValue)" }
        return own.map { "desk-notice.\($0)" } + problems.map { "desk-notice.problem.\($0)" }
            + Notice.Kind.allCases.map { "desk-notice.kind-\($0.rawValue)" }
            + ThreatLevel.allCases.map { "desk-notice.level-\($0.rawValue)" } + NoticeWriter.keys
    }
}
