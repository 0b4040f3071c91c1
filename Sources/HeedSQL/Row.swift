/// One row of a result, decoded by column name or position.
/// A missing column or a value of another type throws `SQLError.column`, which names the column only.
package struct Row: Sendable {
    package let columns: [String]
    package let values: [SQLValue]

    init(columns: [String], values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    package subscript<Value: SQLConvertible>(_ name: String) -> Value {
        get throws(SQLError) {
            guard let index = columns.firstIndex(of: name) else { throw .column(name) }
            return try self[index]
        }
    }

    package subscript<Value: SQLConvertible>(_ index: Int) -> Value {
        get throws(SQLError) {
            guard values.indices.contains(index) else { throw .column("\(index)") }
            guard let value = Value(sqlValue: values[index]) else { throw .column(columns[index]) }
            return value
        }
    }
}
