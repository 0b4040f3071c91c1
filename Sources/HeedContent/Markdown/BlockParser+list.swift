extension BlockParser {
    /// Items follow one another, with blank lines between them or without. What belongs to an item is indented by the
    /// width of its sign. Numbered lists start at 1 and miss none.
    mutating func list(_ lines: [Line], _ index: inout Int) throws(ContentFault) -> Block {
        let isOrdered = Marker(lines[index].text)?.number != nil
        var items: [[Block]] = []
        while index < lines.count, let marker = Marker(lines[index].text), (marker.number != nil) == isOrdered {
            if let number = marker.number, number != items.count + 1 { throw fault(lines[index], .bullet) }
            items.append(try blocks(item(lines, &index, width: marker.width)))
            let next = lines[index...].firstIndex { !$0.isBlank } ?? lines.count
            if next < lines.count, Marker(lines[next].text) != nil { index = next }
        }
        return .list(isOrdered: isOrdered, items: items)
    }

    /// The item's own lines, without their indentation.
    private func item(_ lines: [Line], _ index: inout Int, width: Int) throws(ContentFault) -> [Line] {
        var own = [Line(number: lines[index].number, text: lines[index].text.dropFirst(width))]
        index += 1
        while index < lines.count {
            let line = lines[index]
            if line.isBlank {
                let next = lines[index...].first { !$0.isBlank }
                guard let next, isIndented(next, by: width) else { return own }
                own.append(Line(number: line.number, text: ""))
            } else if isIndented(line, by: width) {
                own.append(Line(number: line.number, text: line.text.dropFirst(width)))
            } else if Marker(line.text) != nil {
                return own
            } else {
                throw fault(line, .lazyLine)
            }
            index += 1
        }
        return own
    }

    private func isIndented(_ line: Line, by width: Int) -> Bool {
        line.text.prefix(width).allSatisfy { $0 == " " } && line.text.count > width
    }
}
