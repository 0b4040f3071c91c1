/// Why a template is refused when it is loaded. Names the template and the line.
package struct TemplateFault: Error, Equatable, CustomStringConvertible {
    package enum Code: String, Error {
        case unescaped = "writes a value without escaping it"
        case forbiddenTag = "uses a tag that templates may not use"
        case unfinishedTag = "has a tag without an end"
        case badName = "has a name that is not plain letters, digits, dots or underscores"
        case unquoted = "puts a value or a partial inside an HTML tag but outside double quotes"
        case insideScript = "puts a value inside script, style or a comment"
        case unknownPartial = "names a template that is not there"
        case unknownWords = "asks for words that are not in the catalogue"
        case unknownAsset = "asks for an asset that is not there"
        case notParsed = "is not well formed"
        case twice = "exists twice"
        case notReadable = "cannot be read"
    }

    package let template: String
    package let line: Int
    package let code: Code
    package let detail: String

    init(_ template: String, line: Int = 0, _ code: Code, _ detail: String = "") {
        self.template = template
        self.line = line
        self.code = code
        self.detail = detail
    }

    package var description: String {
        "\(template).mustache\(line > 0 ? ":\(line)" : "") \(code.rawValue)\(detail.isEmpty ? "" : ": \(detail)")"
    }
}
