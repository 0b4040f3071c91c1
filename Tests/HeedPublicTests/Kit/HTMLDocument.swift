/// Just enough of a page's markup for tests: its tags in order, with attributes, and text between them.
struct HTMLDocument {
    struct Tag {
        let name: String
        let attributes: [String: String]
        let isEnd: Bool
        /// Where the tag ends in the markup.
        let end: String.Index
    }

    let markup: String
    let tags: [Tag]

    init(_ markup: String) {
        self.markup = markup
        var tags: [Tag] = []
        var rest = markup[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
            var cursor = markup.utf8.index(after: open)
            let isEnd = cursor < markup.endIndex && markup.utf8[cursor] == UInt8(ascii: "/")
            if isEnd { cursor = markup.utf8.index(after: cursor) }
            var quoted = false
            var end = cursor
            while end < markup.endIndex, quoted || markup.utf8[end] != UInt8(ascii: ">") {
                if markup.utf8[end] == UInt8(ascii: "\"") { quoted.toggle() }
                end = markup.utf8.index(after: end)
            }
            guard end < markup.endIndex else { break }
            let after = markup.utf8.index(after: end)
            tags.append(Self.tag(markup[cursor..<end], isEnd: isEnd, end: after))
            rest = markup[after...]
        }
        self.tags = tags
    }

    private static func tag(_ text: Substring, isEnd: Bool, end: String.Index) -> Tag {
        let name = text.prefix { !$0.isWhitespace }
        var attributes: [String: String] = [:]
        // By bytes, not by an expression: the tests read a hundred thousand tags.
        var rest = text.utf8.dropFirst(name.utf8.count)
        while let start = rest.firstIndex(where: isOfName) {
            let key = rest[start...].prefix(while: isOfName)
            rest = rest[key.endIndex...]
            var value = rest.prefix(0)
            if rest.starts(with: "=\"".utf8) {
                value = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
                rest = rest[value.endIndex...].dropFirst()
            }
            attributes[String(Substring(key))] = unescaped(String(Substring(value)))
        }
        return Tag(name: String(name), attributes: attributes, isEnd: isEnd, end: end)
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }

    /// By bytes: a mark that joins an entity's end in one character must not hide it.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var out: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "&"), let entity = entities.first(where: { rest.starts(with: $0.text.utf8) }) {
                out.append(entity.byte)
                rest = rest.dropFirst(entity.text.utf8.count)
            } else {
                out.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static let entities: [(text: String, byte: UInt8)] = [
        ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#39;", 0x27), ("&amp;", 0x26),
    ]

    /// The raw text between this tag and its end tag, other tags in it included.
    func content(of tag: Tag) -> String {
        let rest = markup[tag.end...]
        return String(rest[..<(rest.firstRange(of: "</\(tag.name)")?.lowerBound ?? rest.endIndex)])
    }

    /// Text without tags, white space made single.
    var text: String { Self.plain(markup) }

    static func plain(_ markup: String) -> String {
        unescaped(markup.replacing(/<[^>]*>/, with: " ")).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func first(_ name: String) -> Tag? { tags.first { $0.name == name && !$0.isEnd } }
    func all(_ name: String) -> [Tag] { tags.filter { $0.name == name && !$0.isEnd } }
    /// Scripts other than the one of ours, which leaves.
    var foreignScripts: [Tag] {
        all("script").filter { $0.attributes["src"]?.hasPrefix("/assets/leave-") != true }
    }
    func withID(_ id: String) -> Tag? { tags.first { $0.attributes["id"] == id } }
}
