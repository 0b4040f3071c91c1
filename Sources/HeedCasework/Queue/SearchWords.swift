import HeedCore

/// What somebody searches for, folded: every word must be in the gist, or the whole is a handle or its beginning.
struct SearchWords {
    private let words: [String]
    private let handle: String

    init(_ text: String) {
        words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        handle = Self.fold(text)
    }

    func match(_ card: Card, _ thread: RecordID) -> Bool {
        if handle.count >= 2, Self.fold(thread.handle).hasPrefix(handle) { return true }
        guard !words.isEmpty else { return false }
        let gist = card.gist.lowercased()
        return words.allSatisfy(gist.contains)
    }

    /// Upper case without hyphens and spaces; letters that are read as digits count as them.
    private static func fold(_ text: String) -> String {
        String(
            text.uppercased().compactMap { letter -> Character? in
                switch letter {
                case "O": "0"
                case "I", "L": "1"
                case let letter where letter.isLetter || letter.isNumber: letter
                default: nil
                }
            })
    }
}
