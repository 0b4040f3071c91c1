import Mustache

/// Turns one value of a model into what the engine may see: text, a truth value, a list, fields, or nothing.
enum PageValue {
    static func of(_ value: Any, in model: Any, _ name: String) throws(PageFault) -> Any {
        // Types are compared, not cast to: a cast that fails costs a microsecond, and a page has hundreds.
        let type = type(of: value)
        if type == String.self { return PageText(value as! String) }
        if type == Bool.self { return value }
        if type == Int.self { return PageText("\(value as! Int)") }
        if type == Substring.self { return PageText(String(value as! Substring)) }
        if let list = value as? [any PageNamed] {
            var fields: [Any] = []
            fields.reserveCapacity(list.count)
            for one in list { fields.append(try PageFields(one)) }
            return fields
        }
        if type == Markup.self { return try template(value as! Markup, in: model, name) }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            guard let wrapped = mirror.children.first else { return Absent() }
            return try of(wrapped.value, in: model, name)
        case .collection, .set:
            var list: [Any] = []
            list.reserveCapacity(mirror.children.count)
            for child in mirror.children { list.append(try of(child.value, in: model, name)) }
            return list
        case .struct where !mirror.children.isEmpty, .dictionary:
            return try PageFields(value)
        default:
            if let number = value as? any BinaryInteger { return PageText("\(number)") }
            if let raw = (value as? any RawRepresentable)?.rawValue as? String { return PageText(raw) }
            throw .unsuitable(model: "\(Swift.type(of: model))", field: name)
        }
    }

    /// The engine shows a template as it is. Braces that could open a tag in it are written as entities.
    private static func template(_ markup: Markup, in model: Any, _ name: String) throws(PageFault) -> Any {
        let inert = markup.html.replacing("{{", with: "{&#123;")
        guard let template = try? MustacheTemplate(string: inert) else {
            throw .unsuitable(model: "\(Swift.type(of: model))", field: name)
        }
        return template
    }
}

/// A text of a model. A class, because the engine tells those apart fastest.
private final class PageText: MustacheCustomRenderable {
    let renderText: String
    var isNull: Bool { false }

    init(_ text: String) { renderText = text }
}

/// A name that is declared and has no value: sections on it do not render, and no outer name is looked up instead.
private struct Absent: MustacheCustomRepresentation {
    var representation: Any? { nil }
}
