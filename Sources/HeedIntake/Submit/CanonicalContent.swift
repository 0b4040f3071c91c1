import Foundation
package import HeedCore
import HeedVault

/// What makes two sends the same send: the answers alone, never the token, the filler or the moment.
/// For each non-empty field in the order given: `u32be length ‖ name ‖ u32be length ‖ value`, the value in NFC with
/// line ends as LF. Several values of one field are several pairs. See Docs/formats/report-meta.md.
package struct CanonicalContent: Sendable, Equatable {
    package private(set) var bytes: [UInt8] = []

    /// The answers of the report form, contact details among them: with other details it is another send.
    package init(_ answers: Answers) {
        for (question, values) in answers.inFormOrder {
            for value in values { append(question.name, value) }
        }
    }

    package init(fields: [(name: String, value: String)]) {
        for field in fields where !field.value.isEmpty { append(field.name, field.value) }
    }

    package var sha256: [UInt8] { Digest.sha256(bytes) }

    private mutating func append(_ name: String, _ value: String) {
        append(Array(name.utf8))
        append(Array(Self.normalised(value).utf8))
    }

    private mutating func append(_ part: [UInt8]) {
        bytes += withUnsafeBytes(of: UInt32(part.count).bigEndian) { Array($0) }
        bytes += part
    }

    // A browser sends CR LF where a text browser or a replayed field sends LF, and keyboards differ in composing.
    private static func normalised(_ text: String) -> String {
        let units = Array(text.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(units.count)
        for (index, unit) in units.enumerated() {
            if unit == 0x0D {
                out.append(0x0A)
            } else if unit != 0x0A || index == 0 || units[index - 1] != 0x0D {
                out.append(unit)
            }
        }
        let lines = String(decoding: out, as: UTF8.self)
        return out.allSatisfy { $0 < 0x80 } ? lines : lines.precomposedStringWithCanonicalMapping
    }
}
