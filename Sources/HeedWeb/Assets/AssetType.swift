/// Which content type a file is answered with, by the end of its name.
package enum AssetType {
    static func of(_ name: String) -> String? {
        name.lastIndex(of: ".").flatMap { types[name[name.index(after: $0)...].lowercased()] }
    }

    /// Every end of a name, with its content type.
    package static var all: [(end: String, type: String)] { types.map { ($0.key, $0.value) } }

    private static let types = [
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml",
        "png": "image/png",
        "jpg": "image/jpeg",
        "webp": "image/webp",
        "ico": "image/x-icon",
        "txt": "text/plain; charset=utf-8",
        "pdf": "application/pdf",
        "woff2": "font/woff2",
        "vtt": "text/vtt; charset=utf-8",
        "webm": "video/webm",
        "mp4": "video/mp4",
    ]
}
