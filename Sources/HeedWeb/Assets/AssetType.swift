/// Which content type a file is answered with, by the end of its name.
enum AssetType {
    static func of(_ name: String) -> String? {
        name.lastIndex(of: ".").flatMap { types[name[name.index(after: $0)...].lowercased()] }
    }

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
