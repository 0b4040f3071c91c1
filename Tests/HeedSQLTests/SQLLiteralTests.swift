import HeedSQL
import Testing

@Suite struct SQLLiteralTests {
    @Test func `a value never becomes text of the statement`() {
        let hostile = "'; DROP TABLE thread; --"
        let sql: SQL = "SELECT 1 FROM thread WHERE tag = \(hostile) AND wake = \(true)"
        #expect(sql.text(for: .sqlite) == "SELECT 1 FROM thread WHERE tag = ? AND wake = ?")
        #expect(sql.text(for: .postgres) == "SELECT 1 FROM thread WHERE tag = $1 AND wake = $2")
        #expect(sql.values == [.text(hostile), .integer(1)])
    }

    @Test func `pieces keep their bindings in order`() {
        let first: SQL = "a = \(1)"
        let second: SQL = "b IN \(in: [2, 3])"
        let sql: SQL = "SELECT 1 FROM t WHERE \([first, second].joined(separator: " AND ")) LIMIT \(4)"
        #expect(sql.text(for: .postgres) == "SELECT 1 FROM t WHERE a = $1 AND b IN ($2, $3) LIMIT $4")
        #expect(sql.values == [.integer(1), .integer(2), .integer(3), .integer(4)])
    }

    @Test func `an empty list matches nothing`() {
        let none: [Int] = []
        #expect(("b IN \(in: none)" as SQL).text(for: .sqlite) == "b IN (NULL)")
    }
}
