/// Why a page could not be rendered: a slip of ours, never of the reader's. Carries names, never values.
package enum PageFault: Error, Equatable, CustomStringConvertible {
    case noTemplate(String)
    case noLanguage(String)
    /// A model holds something that has no plain text: a date, a class, a function.
    case unsuitable(model: String, field: String)
    /// The template asks for names that the model does not declare.
    case missingNames(template: String, names: [String])

    package var description: String {
        switch self {
        case .noTemplate(let name): "no template \(name)"
        case .noLanguage(let code): "no language \(code)"
        case .unsuitable(let model, let field): "\(model).\(field) has no plain text"
        case .missingNames(let template, let names): "\(template) asks for \(names.joined(separator: ", "))"
        }
    }
}
