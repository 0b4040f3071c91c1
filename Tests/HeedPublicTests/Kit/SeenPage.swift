import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore

/// An answer as a visitor sees it.
struct SeenPage {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let bytes: [UInt8]
    let document: HTMLDocument

    init(_ response: TestResponse) {
        status = response.status
        headers = response.headers
        bytes = Array(response.body.readableBytesView)
        document = HTMLDocument(String(decoding: bytes, as: UTF8.self))
    }

    var markup: String { document.markup }
    var text: String { document.text }
    var title: String { document.first("title").map { HTMLDocument.plain(document.content(of: $0)) } ?? "" }
    var heading: String { document.first("h1").map { HTMLDocument.plain(document.content(of: $0)) } ?? "" }

    /// The code in the element with `data-code`.
    var code: String? {
        document.tags.first { $0.attributes["data-code"] != nil && !$0.isEnd }
            .map { HTMLDocument.plain(document.content(of: $0)).replacing(" ", with: "") }
    }

    struct Button: Equatable {
        let name: String
        let value: String
        let words: String
    }

    var buttons: [Button] {
        document.all("button").map {
            Button(
                name: $0.attributes["name"] ?? "", value: $0.attributes["value"] ?? "",
                words: HTMLDocument.plain(document.content(of: $0)))
        }
    }

    var action: String { document.first("form")?.attributes["action"] ?? "" }

    /// What a browser would send with no button pressed.
    var fields: [(String, String)] {
        document.tags.filter { !$0.isEnd }.compactMap { tag in
            guard let name = tag.attributes["name"] else { return nil }
            switch tag.name {
            case "textarea":
                let raw = document.content(of: tag)
                return (name, HTMLDocument.unescaped(raw.hasPrefix("\n") ? String(raw.dropFirst()) : raw))
            case "input":
                let isTick = ["checkbox", "radio"].contains(tag.attributes["type"] ?? "")
                guard !isTick || tag.attributes["checked"] != nil else { return nil }
                return (name, tag.attributes["value"] ?? "")
            default: return nil
            }
        }
    }

    func field(_ name: String) -> String? { fields.first { $0.0 == name }?.1 }
}
