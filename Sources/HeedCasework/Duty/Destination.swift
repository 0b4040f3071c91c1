import FoundationEssentials

/// Where somebody on duty is told that something needs eyes: an e-mail address, or a web address of a pager.
/// What is sent there has no content: no count, no kind, no place, no word.
package enum Destination: Sendable, Hashable {
    case mail(String)
    case web(String)

    /// - Returns: nil unless `text` is `mailto:` and one plain address, or begins with `https://`; plain `http://` only to
    ///   this machine itself.
    package init?(_ text: String) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        if text.hasPrefix("mailto:") {
            let address = text.dropFirst("mailto:".count)
            let parts = address.split(separator: "@", omittingEmptySubsequences: false)
            // A line's end, a second address or an option of a mail program has no place in it.
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !address.hasPrefix("-"),
                !address.contains(where: { ",;<>\"()[]\\".contains($0) })
            else { return nil }
            self = .mail(String(address))
        } else if text.hasPrefix("https://") || text.hasPrefix("http://127.0.0.1") {
            self = .web(text)
        } else {
            return nil
        }
    }
}
