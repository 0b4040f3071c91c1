/// The addresses in what a reporter typed: up to ten, exactly as typed. The text itself is kept whole elsewhere.
///
/// Nothing here is a URL, so nothing here can be fetched: a look from the force's network would tell whoever runs the
/// site, and would bring the material in.
package struct Links: Sendable, Equatable {
    /// In the order in which they were typed, each once.
    package let all: [TypedLink]
    /// How many more there are, for a page to say so. They stay in the text.
    package let more: Int

    package static let most = 10

    /// A word with the look of an address is one. A line without any is one as a whole: a channel's or an account's
    /// name.
    package init(in text: String) {
        var seen: Set<String> = []
        var found: [String] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.split(whereSeparator: \.isWhitespace)
            let addresses = words.filter(Self.looksLikeAddress)
            let entries = addresses.isEmpty ? Self.trimmed(line).map { [$0] } ?? [] : addresses
            for entry in entries where seen.insert(String(entry)).inserted { found.append(String(entry)) }
        }
        all = found.prefix(Self.most).map { TypedLink($0) }
        more = max(0, found.count - Self.most)
    }

    /// The addresses among the words of an account, in their order, each once. An account's or a channel's name is none.
    package static func addresses(among words: String) -> [TypedLink] {
        var seen: Set<Substring> = []
        return words.split(whereSeparator: \.isWhitespace).filter { looksLikeAddress($0) && seen.insert($0).inserted }
            .map { TypedLink(String($0)) }
    }

    /// A scheme; or dots between names, the last with two letters or more, as every top-level domain has; or four
    /// numbers.
    private static func looksLikeAddress(_ word: Substring) -> Bool {
        if word.contains("://") { return true }
        let names = word.unicodeScalars.split { TypedLink.isDot($0) || $0 == "[" || $0 == "]" }.map { String($0) }
        if names.count >= 4, names.prefix(3).allSatisfy({ Int($0) != nil }) { return true }
        return names.dropFirst().contains { $0.prefix(2).count == 2 && $0.prefix(2).allSatisfy(\.isLetter) }
    }

    private static func trimmed(_ line: Substring) -> Substring? {
        guard !AnswerCheck.isBlank(String(line)), let first = line.firstIndex(where: { !$0.isWhitespace }),
            let last = line.lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return line[first...last]
    }
}
