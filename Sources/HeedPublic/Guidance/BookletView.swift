/// A booklet in a list: its words, where to read it, where to download it.
struct BookletView: Sendable {
    let title: String
    let summary: String
    let href: String
    let file: String
    let size: String

    init(_ booklet: Booklet, _ speech: Speech) {
        title = booklet.title
        summary = booklet.summary
        href = "/" + booklet.name
        file = booklet.file
        size = speech.text(
            "booklet.size", ["pages": "\(booklet.pages)", "kilobytes": "\((booklet.bytes + 999) / 1_000)"])
    }
}
