import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

/// A plain client with a cookie jar that follows forms as a browser without scripts does.
final class Browser {
    let client: any TestClientProtocol
    private(set) var cookies: [String: (value: String, path: String)] = [:]

    init(_ client: any TestClientProtocol) { self.client = client }

    func get(_ path: String) async throws -> Sheet { try await send(.get, path, nil) }

    func post(_ path: String, _ fields: [(String, String)]) async throws -> Sheet {
        try await send(.post, path, fields)
    }

    /// Sends a form of a page: its fields with these changes, and one of its buttons.
    func submit(_ form: Sheet.Form, _ changes: [(String, String)] = []) async throws -> Sheet {
        let changed = Set(changes.map(\.0))
        return try await post(form.action, form.fields.filter { !changed.contains($0.0) } + changes)
    }

    func drop(_ cookie: String) { cookies[cookie] = nil }
    func take(_ other: Browser) { cookies = other.cookies }

    private func send(_ method: HTTPRequest.Method, _ path: String, _ fields: [(String, String)]?) async throws -> Sheet
    {
        var headers: HTTPFields = [:]
        let plain = path.split(separator: "#")[0]
        let sent = cookies.filter { String(plain).hasPrefix($0.value.path) }.map { "\($0.key)=\($0.value.value)" }
        if !sent.isEmpty { headers[.cookie] = sent.sorted().joined(separator: "; ") }
        if fields != nil {
            headers[.contentType] = "application/x-www-form-urlencoded"
            headers[.origin] = Premises.origin
        }
        let body = fields.map {
            ByteBuffer(string: $0.map { "\(Self.encode($0.0))=\(Self.encode($0.1))" }.joined(separator: "&"))
        }
        let answer = try await client.execute(uri: String(plain), method: method, headers: headers, body: body)
        for line in answer.headers[values: .setCookie] { keep(line) }
        let sheet = Sheet(
            path: String(plain), status: answer.status.code, html: String(buffer: answer.body), headers: answer.headers)
        try Self.keep(sheet)
        if [302, 303].contains(sheet.status), let location = answer.headers[.location] {
            return try await get(location)
        }
        return sheet
    }

    private func keep(_ line: String) {
        let parts = line.split(separator: ";").map { $0.drop { $0 == " " } }
        let pair = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts.first { $0.hasPrefix("Path=") }.map { String($0.dropFirst(5)) } ?? "/"
        let (name, value) = (String(pair[0]), String(pair[1]))
        cookies[name] = value.isEmpty || parts.contains("Max-Age=0") ? nil : (value, path)
    }

    /// Writes pages where HEED_KEEP_PAGES says, for the checkers of HTML and of accessibility.
    private static func keep(_ sheet: Sheet) throws {
        guard let folder = ProcessInfo.processInfo.environment["HEED_KEEP_PAGES"], !sheet.html.isEmpty else { return }
        let name = sheet.h1.filter { $0.isLetter } + "-\(sheet.status)-\(sheet.html.utf8.count)"
        try sheet.html.write(toFile: "\(folder)/\(name.prefix(80)).html", atomically: true, encoding: .utf8)
    }

    private static func encode(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}

/// One answer of the desk, with what tests look for in its HTML. Reads only what our templates write.
struct Sheet {
    let path: String
    let status: Int
    let html: String
    let headers: HTTPFields

    struct Form {
        let action: String
        let fields: [(String, String)]
        let html: String
        subscript(name: String) -> String? { fields.first { $0.0 == name }?.1 }
    }

    var title: String { between("<title>", "</title>", in: html) ?? "" }
    var h1: String { between("<h1>", "</h1>", in: html) ?? "" }
    /// All text, tags taken out, entities put back.
    var text: String { Self.plain(html) }

    var forms: [Form] {
        html.components(separatedBy: "<form").dropFirst().map { part in
            let whole = between("", "</form>", in: part) ?? part
            let head = between("", ">", in: whole) ?? ""
            return Form(action: Self.attribute("action", in: head) ?? path, fields: Self.fields(whole), html: whole)
        }
    }

    func form(_ action: String) throws -> Form {
        try #require(forms.first { $0.action == action }, "no form to \(action) in \(title): \(text.prefix(400))")
    }
    /// Whether the text is on the page, scalar for scalar.
    func says(_ words: String) -> Bool { Array(text.utf8).firstRange(of: Array(words.utf8)) != nil }
    func hasForm(_ action: String) -> Bool { forms.contains { $0.action == action } }

    var reports: [String] {
        html.components(separatedBy: "data-report=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    var links: [String] {
        html.components(separatedBy: "href=\"").dropFirst().map { Self.unescape(String($0.prefix { $0 != "\"" })) }
    }

    private static func fields(_ form: String) -> [(String, String)] {
        var fields: [(String, String)] = []
        for part in form.components(separatedBy: "<").dropFirst() {
            let head = between("", ">", in: part) ?? part
            guard let name = attribute("name", in: head) else { continue }
            if head.hasPrefix("input") {
                let type = attribute("type", in: head) ?? "text"
                if ["radio", "checkbox"].contains(type), !head.contains(" checked") { continue }
                fields.append((unescape(name), unescape(attribute("value", in: head) ?? "")))
            } else if head.hasPrefix("textarea") {
                var text = String(part.dropFirst(head.count + 1))
                if text.hasPrefix("\n") { text.removeFirst() }
                fields.append((unescape(name), unescape(text)))
            }
        }
        return fields
    }

    private static func attribute(_ name: String, in tag: String) -> String? { between(" \(name)=\"", "\"", in: tag) }

    static func plain(_ html: String) -> String {
        // By bytes: a combining mark after a bracket is no reason to miss the bracket.
        var out: [UInt8] = []
        var isTag = false
        for byte in html.utf8 {
            if byte == UInt8(ascii: "<") {
                isTag = true
            } else if byte == UInt8(ascii: ">") {
                isTag = false
                out.append(UInt8(ascii: " "))
            } else if !isTag {
                out.append(byte)
            }
        }
        return unescape(String(decoding: out, as: UTF8.self))
    }

    static func unescape(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for (entity, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&"),
        ] {
            bytes = bytes.split(separator: Array(entity.utf8), omittingEmptySubsequences: false)
                .joined(separator: Array(character.utf8)).map(\.self)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

private func between(_ start: String, _ end: String, in text: String) -> String? {
    var rest = text[...]
    if !start.isEmpty {
        guard let range = text.firstRange(of: start) else { return nil }
        rest = text[range.upperBound...]
    }
    guard let stop = rest.firstRange(of: end) else { return nil }
    return String(rest[..<stop.lowerBound])
}

extension String {
    func components(separatedBy separator: String) -> [String] {
        self.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
