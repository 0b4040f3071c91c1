package import HeedContent

/// Writes a page's blocks as HTML.
///
/// Every word and address is escaped here; `GuidancePage` has no way to bring markup of its own. A place, link or part
/// that the site does not know is a fault with the file and line.
package struct PageWriter {
    /// Values of places by name.
    package let places: [String: PlaceValue]
    /// Where a link that begins with `/` leads; nil for nowhere.
    package let link: (String) -> PageLink?
    /// The HTML of a part; nil for one that the site does not have.
    package let part: (String) throws -> Markup?
    /// Whether a fact of the page is still good.
    package let isGood: (String) -> Bool

    package init(
        places: [String: PlaceValue], link: @escaping (String) -> PageLink?,
        part: @escaping (String) throws -> Markup?, isGood: @escaping (String) -> Bool
    ) {
        self.places = places
        self.link = link
        self.part = part
        self.isGood = isGood
    }

    package func write(_ page: GuidancePage) throws -> Markup {
        try check(page.marks, page.file)
        return Markup(html: try html(page.blocks))
    }

    /// The answers of a theme by their ids.
    package func write(_ theme: AnswerTheme) throws -> [String: Markup] {
        try check(theme.marks, theme.file)
        return try theme.answers.reduce(into: [:]) { $0[$1.id] = Markup(html: try html($1.blocks)) }
    }

    private func check(_ marks: PageMarks, _ file: String) throws {
        for mark in marks.places where places[mark.name] == nil {
            throw ContentFault(file, mark.line, .unknownPlace, mark.name)
        }
        for mark in marks.links {
            let name = mark.name
            if name.hasPrefix("{") {
                guard case .address = places[String(name.dropFirst().dropLast())] else {
                    throw ContentFault(file, mark.line, .unknownPlace, name)
                }
            } else if name.hasPrefix("#") {
                guard marks.ids.contains(where: { $0.name == name.dropFirst() }) else {
                    throw ContentFault(file, mark.line, .unknownLink, name)
                }
            } else if name.hasPrefix("/"), link(name) == nil {
                throw ContentFault(file, mark.line, .unknownLink, name)
            }
        }
        for mark in marks.parts where try part(mark.name) == nil {
            throw ContentFault(file, mark.line, .unknownPart, mark.name)
        }
    }

    private func html(_ blocks: [Block]) throws -> String {
        var html = ""
        for block in blocks { html += try self.html(block) }
        return html
    }

    private func html(_ block: Block) throws -> String {
        switch block {
        case .heading(let level, let id, let words):
            let id = id.map { " id=\"\($0)\"" } ?? ""
            return "<h\(level)\(id)>\(spans(words, linksNumbers: false))</h\(level)>\n"
        case .paragraph(let words):
            return "<p>\(spans(words))</p>\n"
        case .list(let isOrdered, let items):
            let tag = isOrdered ? "ol" : "ul"
            return "<\(tag)>\n\(try items.map(item).joined())</\(tag)>\n"
        case .callout(let blocks):
            return "<div class=\"notice\">\n\(try html(blocks))</div>\n"
        case .table(let header, let rows):
            let head = header.map { "<th scope=\"col\">\(spans($0))</th>" }.joined()
            let body = rows.map { row in
                let first = row.first.map { "<th scope=\"row\">\(spans($0))</th>" } ?? ""
                return "<tr>\(first)\(row.dropFirst().map { "<td>\(spans($0))</td>" }.joined())</tr>\n"
            }
            return "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(body.joined())</tbody>\n</table>\n"
        case .fact(let name, let blocks):
            return isGood(name) ? try html(blocks) : ""
        case .part(let name):
            return try part(name)?.html ?? ""
        }
    }

    /// One paragraph alone needs no tags of its own.
    private func item(_ blocks: [Block]) throws -> String {
        if case .paragraph(let words)? = blocks.first, blocks.count == 1 { return "<li>\(spans(words))</li>\n" }
        return "<li>\(try html(blocks))</li>\n"
    }

    /// - Parameter linksNumbers: false inside links and headings.
    private func spans(_ spans: [Span], linksNumbers: Bool = true) -> String {
        spans.map { span in
            switch span {
            case .text(let text): HTMLEscaping.escaped(text)
            case .strong(let words): "<strong>\(self.spans(words, linksNumbers: linksNumbers))</strong>"
            case .promise(let id, let words):
                "<span data-promise=\"\(id)\">\(self.spans(words, linksNumbers: linksNumbers))</span>"
            case .place(let name): place(name, linksNumbers)
            case .link(let words, let destination): anchor(words, destination)
            }
        }.joined()
    }

    private func place(_ name: String, _ linksNumbers: Bool) -> String {
        switch places[name] {
        case .text(let text): return HTMLEscaping.escaped(text)
        case .telephone(let number):
            let shown = "<bdi dir=\"ltr\">\(HTMLEscaping.escaped(number))</bdi>"
            let digits = number.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
            return linksNumbers ? "<a href=\"tel:\(digits)\">\(shown)</a>" : shown
        case .address(let address): return HTMLEscaping.escaped(address)
        case nil: return ""
        }
    }

    private func anchor(_ words: [Span], _ destination: String) -> String {
        let words = spans(words, linksNumbers: false)
        var outside = destination
        if destination.hasPrefix("{"), case .address(let address)? = places[String(destination.dropFirst().dropLast())]
        {
            outside = address
        }
        if outside.hasPrefix("https://") {
            return "<a href=\"\(HTMLEscaping.escaped(outside))\" rel=\"noreferrer\">\(words)</a>"
        }
        let target = destination.hasPrefix("/") ? link(destination) : PageLink(href: destination)
        guard let target, target != .withheld else { return words }
        let language = target.language.map { " hreflang=\"\($0)\"" } ?? ""
        return "<a href=\"\(HTMLEscaping.escaped(target.href))\"\(language)>\(words)</a>"
    }
}
