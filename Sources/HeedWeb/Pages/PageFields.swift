import Mustache

/// The named values of one page or list entry, taken once from a plain struct.
///
/// Only text, numbers, truth values, lists and structs of these get in, so nothing in a model can act as a template or
/// a function of the engine. A name declared and absent (`nil`) hides the same name further out: lookups stop here.
final class PageFields: MustacheParent, MustacheCustomRenderable {
    private var values: [String: Any] = [:]

    init(_ model: Any) throws(PageFault) {
        if let model = model as? any PageNamed {
            try self.take(model)
            return
        }
        let mirror = Mirror(reflecting: model)
        switch mirror.displayStyle {
        case .struct:
            for child in mirror.children {
                guard let name = child.label else { continue }
                values[name] = try PageValue.of(child.value, in: model, name)
            }
        case .dictionary:
            guard let named = model as? [String: Any] else { fallthrough }
            for (name, value) in named { values[name] = try PageValue.of(value, in: model, name) }
        default:
            throw .unsuitable(model: "\(mirror.subjectType)", field: "self")
        }
    }

    private func take(_ model: any PageNamed) throws(PageFault) {
        let named = model.named
        values.reserveCapacity(named.count)
        for (name, value) in named { values[name] = try PageValue.of(value, in: model, name) }
    }

    func child(named name: String) -> Any? { values[name] }

    /// A struct has no text of its own: `{{frame}}` is a slip and shows nothing.
    var renderText: String { "" }
    var isNull: Bool { false }
}
