/// A statement written as a literal, values only by interpolation.
/// Whatever is interpolated becomes a binding, never text; only another `SQL` is spliced in.
///
///     try db.fetch("SELECT item, batch FROM item WHERE thread_id = \(thread) AND status IN \(in: [open, seen])")
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    fileprivate enum Part: Sendable {
        case text(String)
        case value(SQLValue)
    }

    private var parts: [Part] = []

    package init(stringLiteral text: String) {
        parts = [.text(text)]
    }

    package init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.parts
    }

    /// The bound values, in order.
    package var values: [SQLValue] {
        parts.compactMap { part in
            if case .value(let value) = part { value } else { nil }
        }
    }

    /// The statement with one engine's placeholders.
    package func text(for dialect: Dialect) -> String {
        var text = ""
        var number = 0
        for part in parts {
            switch part {
            case .text(let literal):
                text += literal
            case .value:
                number += 1
                text += dialect.placeholder(number)
            }
        }
        return text
    }

    package static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum.parts += right.parts
        return sum
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(2 * interpolationCount + 1)
        }

        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { parts.append(.text(literal)) }
        }

        package mutating func appendInterpolation<Value: SQLConvertible>(_ value: Value?) {
            parts.append(.value(value?.sqlValue ?? .null))
        }

        package mutating func appendInterpolation(_ sql: SQL) {
            parts += sql.parts
        }

        /// A parenthesised list for `IN`; an empty one matches nothing.
        package mutating func appendInterpolation(in values: [some SQLConvertible]) {
            parts.append(.text(values.isEmpty ? "(NULL" : "("))
            for (index, value) in values.enumerated() {
                if index > 0 { parts.append(.text(", ")) }
                parts.append(.value(value.sqlValue))
            }
            parts.append(.text(")"))
        }
    }
}

extension [SQL] {
    /// One statement out of pieces, such as conditions joined by `AND`.
    package func joined(separator: SQL) -> SQL {
        guard var sum = first else { return "" }
        for piece in dropFirst() { sum = sum + separator + piece }
        return sum
    }
}
