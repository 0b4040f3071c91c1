import HeedWeb

/// What somebody typed into a form, on its way through a lock: the address of the form and its fields, in memory only.
/// Passphrases, codes and tokens are never among them. Encoded as a form is.
struct TypedText {
    let path: String
    let form: FormBody

    /// Fields that are never kept.
    private static let secret: Set<String> = [
        "passphrase", "secret_code", "totp", "csrf", "at", "remember", "new_passphrase", "repeated", "enrolment",
    ]

    /// Fields that nobody typed.
    private static let unseen: Set<String> = [
        "version", "draft", "item", "resolve", "keep", "go", "statement", "change", "report", "seen", "who", "to",
        "compartment", "change_id", "request",
    ]

    init(path: String, form: FormBody) {
        self.path = path
        self.form = FormBody(form.fields.filter { !Self.secret.contains($0.name) })
    }

    init?(_ bytes: [UInt8]) {
        var parser = FormParser()
        guard (try? bytes.withUnsafeBytes({ try parser.take($0) })) != nil, let form = try? parser.finish(),
            let path = form.first("at")
        else { return nil }
        self.init(path: path, form: form)
    }

    var bytes: [UInt8] {
        ([("at", path)] + form.fields.map { ($0.name, $0.value) })
            .map { Self.encoded($0.0) + [UInt8(ascii: "=")] + Self.encoded($0.1) }
            .joined(separator: [UInt8(ascii: "&")]).map(\.self)
    }

    /// Roughly, as people count.
    var wordCount: Int {
        form.fields.filter { !Self.unseen.contains($0.name) }
            .reduce(0) { $0 + $1.value.split(whereSeparator: \.isWhitespace).count }
    }

    private static func encoded(_ text: String) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return text.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: [byte]
            default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
    }
}
