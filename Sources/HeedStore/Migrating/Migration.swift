package import HeedSQL
import HeedVault

/// One numbered step of the schema: a file of SQL for both engines, never edited once released.
/// Tokens stand for what truly differs: `{{blob}}`, `{{int}}`, `{{strict}}`, `{{keyed}}` (strict, kept by its key);
/// lines between `-- sqlite:` or `-- postgres:` and `-- end` are for that engine alone.
package struct Migration: Sendable {
    /// The file's name, `NNNN-title.sql`.
    package let name: String
    package let text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// What is remembered of an applied migration: the SHA-256 of its text, the same on both engines.
    package var digest: [UInt8] { Digest.sha256(Array(text.utf8)) }

    package func text(for dialect: Dialect) -> String {
        var kept: [Substring] = []
        var only: Dialect?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            switch line {
            case "-- sqlite:": only = .sqlite
            case "-- postgres:": only = .postgres
            case "-- end": only = nil
            default: if only == nil || only == dialect { kept.append(line) }
            }
        }
        return Self.tokens(dialect).reduce(kept.joined(separator: "\n")) { text, token in
            text.split(separator: token.0, omittingEmptySubsequences: false).joined(separator: token.1)
        }
    }

    private static func tokens(_ dialect: Dialect) -> [(String, String)] {
        switch dialect {
        case .sqlite:
            [
                ("{{blob}}", "blob"), ("{{int}}", "integer"), ("{{strict}}", " STRICT"),
                ("{{keyed}}", " STRICT, WITHOUT ROWID"),
            ]
        case .postgres:
            [("{{blob}}", "bytea"), ("{{int}}", "bigint"), ("{{strict}}", ""), ("{{keyed}}", "")]
        }
    }
}
