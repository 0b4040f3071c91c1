extension BlockParser {
    /// GitHub's tables, each row between two bars, without alignment.
    mutating func table(_ lines: [Line]) throws(ContentFault) -> Block {
        var rows: [[[Span]]] = []
        for (index, line) in lines.enumerated() {
            let texts = try cells(line)
            if index == 1 {
                let isDivider = texts.allSatisfy { $0.count >= 3 && $0.allSatisfy { $0 == "-" } }
                guard isDivider, texts.count == rows[0].count else { throw fault(line, .table) }
                continue
            }
            guard rows.isEmpty || texts.count == rows[0].count else { throw fault(line, .table) }
            var row: [[Span]] = []
            for text in texts { row.append(try spans(text, line)) }
            rows.append(row)
        }
        guard rows.count >= 2 else { throw fault(lines[0], .table) }
        return .table(header: rows[0], rows: Array(rows.dropFirst()))
    }

    private func cells(_ line: Line) throws(ContentFault) -> [String] {
        var text = line.text
        while text.last == " " { text = text.dropLast() }
        guard text.count >= 3, text.last == "|", !text.hasSuffix("\\|") else { throw fault(line, .table) }
        var cells = [""]
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if character == "|", !isEscaped { cells.append("") } else { cells[cells.count - 1].append(character) }
            isEscaped = character == "\\" && !isEscaped
        }
        return cells.map { cell in
            var trimmed = cell[...]
            while trimmed.first == " " { trimmed = trimmed.dropFirst() }
            while trimmed.last == " " { trimmed = trimmed.dropLast() }
            return String(trimmed)
        }
    }
}
