/// The part of a file that a player asks for (RFC 9110 14.1.2). One range only: a request for several gets the whole.
enum ByteRange: Equatable {
    case whole
    case part(Range<Int>)
    case beyond

    /// - Parameter ifRange: the tag the asker's copy has; a part of another version would not fit it.
    init(_ field: String?, ifRange: String?, tag: String, count: Int) {
        self = .whole
        guard let field, field.hasPrefix("bytes="), ifRange == nil || ifRange == tag else { return }
        let ends = field.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, !ends[0].contains(","), !ends[1].contains(",") else { return }
        let (first, last) = (Self.number(ends[0]), Self.number(ends[1]))
        switch (ends[0].isEmpty, first, ends[1].isEmpty, last) {
        case (true, _, _, let suffix?):
            self = suffix > 0 && count > 0 ? .part(max(0, count - suffix)..<count) : .beyond
        case (_, let first?, true, _):
            self = first < count ? .part(first..<count) : .beyond
        case (_, let first?, _, let last?) where last >= first:
            self = first < count ? .part(first..<min(last + 1, count)) : .beyond
        default:
            break
        }
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(text) : nil
    }
}
