import FoundationEssentials
import HeedContent
import HeedCore
import HeedWeb

/// A document to download, with the same words as a page. Both are built from one source by `make media`.
struct Booklet: Sendable {
    let name: String
    let title: String
    let summary: String
    let pages: Int
    /// Size of the document in bytes.
    let bytes: Int
    /// The document's address.
    let file: String
    /// The page's own text, its heading included.
    let body: Markup

    private struct Entry: Decodable {
        let name: String
        let title: String
        let summary: String
        let pages: Int
        let bytes: Int
    }

    /// All that are there: none where `make media` has not put any.
    static func all(in folder: String, _ assets: Assets) throws -> [Booklet] {
        guard let data = FileManager.default.contents(atPath: folder + "/documents/documents.json") else { return [] }
        return try JSONDecoder().decode([Entry].self, from: data).compactMap { entry in
            guard let file = assets.path("documents/\(entry.name).pdf"),
                let body = try Markup(file: "\(folder)/documents/\(entry.name).html"), Route.isFree(entry.name)
            else { return nil }
            return Booklet(
                name: entry.name, title: entry.title, summary: entry.summary, pages: entry.pages, bytes: entry.bytes,
                file: file, body: body)
        }
    }
}
