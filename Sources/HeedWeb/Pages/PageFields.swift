import Mustache

/// The named values of one page or list entry, taken once from a plain struct.
///
/// Only text, numbers, truth values, lists and structs of these get in, so nothing in a model can act as a template or a
/// function of the engine. A name declared and absent (`nil`) hides the same name further out: lookups stop here.
final class PageFields: MustacheParent, MustacheCustomRenderable {
    private var values: [String: Any] = [:]

    init(_ model: Any) throws(PageFault) {
        if let named = model as? [String: Any] {
            for (name, value) in named { values[name] = try Self.value(value, "dictionary", name) }
            return
        }
        let mirror = Mirror(reflecting: model)
        guard mirror.displayStyle == .struct else {
            throw .unsuitable(model: "\(mirror.subjectType)", field: "self")
        }
        for child in mirror.children {
            guard let name = child.label else { continue }
            values[name] = try Self.value(child.value, mirror.subjectType, name)
        }
    }

    func child(named name: String) -> Any? { values[name] }

    /// A struct has no text of its own: `{{frame}}` is a slip and shows nothing.
    var renderText: String { "" }
    var isNull: Bool { false }

    private static func value(_ value: Any, _ model: @autoclosure () -> Any, _ name: String) throws(PageFault) -> Any {
        switch value {
        case is String, is Bool, is Int: return value
        case let words as Substring: return String(words)
        case let fields as PageFields: return fields
        default: break
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            guard let wrapped = mirror.children.first else { return Absent() }
            return try Self.value(wrapped.value, model(), name)
        case .collection, .set:
            var list: [Any] = []
            list.reserveCapacity(mirror.children.count)
            for child in mirror.children { list.append(try Self.value(child.value, model(), name)) }
            return list
        case .struct where !mirror.children.isEmpty:
            return try PageFields(value)
        case .dictionary:
            return try PageFields(value)
        default:
            if let number = value as? any BinaryInteger { return "\(number)" }
            if let raw = (value as? any RawRepresentable)?.rawValue as? String { return raw }
            throw .unsuitable(model: "\(model())", field: name)
        }
    }
}

/// A name that is declared and has no value: sections on it do not render, and no outer name is looked up instead.
struct Absent: MustacheCustomRepresentation {
    var representation: Any? { nil }
}
