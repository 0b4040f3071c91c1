extension TypedLink {
    /// The form in which two addresses are the same for a hint: brackets and crossed letters taken back, without scheme, leading
    /// `www.`, fragment and last slash, the part before the first slash in lower case. Compared and never shown: what two people typed may
    /// lead to two things all the same.
    package var plain: String {
        var text = Self.whole(typed.value)
        if let scheme = text.firstRange(of: "://") { text = String(text[scheme.upperBound...]) }
        if let fragment = text.firstIndex(of: "#") { text = String(text[..<fragment]) }
        let path = text.firstIndex { "/?".contains($0) } ?? text.endIndex
        var host = text[..<path].lowercased()
        if host.hasPrefix("www.") { host.removeFirst(4) }
        var rest = text[path...]
        while rest.last == "/" { rest.removeLast() }
        return host + rest
    }

    /// As it was before somebody made it harmless, without what a sentence leaves around it.
    private static func whole(_ typed: String) -> String {
        var text = typed
        for (shown, meant) in [("[.]", "."), ("(.)", "."), ("[:]", ":"), ("[@]", "@")] {
            text = text.split(separator: shown, omittingEmptySubsequences: false).joined(separator: meant)
        }
        text = String(String.UnicodeScalarView(text.unicodeScalars.map { isDot($0) ? "." : $0 }))
        if text.lowercased().hasPrefix("hxxp") { text = "http" + text.dropFirst(4) }
        let around: Set<Character> = ["<", ">", "(", ")", "\"", "'", ",", ";", "."]
        while let last = text.last, around.contains(last) { text.removeLast() }
        while let first = text.first, around.contains(first) { text.removeFirst() }
        return text
    }
}
