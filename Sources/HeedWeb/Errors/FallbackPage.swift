/// The page that still works when pages do not: for malformed requests that no route sees, and for an error while an
/// error page is rendered. Built once at start, in English, with the telephone numbers; what the site says on every page
/// is looked up for each answer.
package struct FallbackPage: Sendable {
    private let head: String
    private let middle: String
    private let tail: String
    private let notice: @Sendable () -> Markup

    /// Numbers are shown as given, and linked without their spaces.
    /// - Parameter notice: what stands on every page just now.
    package init(
        emergency: String, notUrgent: String, hotline: String, title: String = "Please try again",
        notice: @escaping @Sendable () -> Markup = { .none }
    ) {
        self.notice = notice
        let title = HTMLEscaping.escaped(title)
        head = """
            <!DOCTYPE html>
            <html lang="en" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            </head>
            <body>

            """
        middle = """
            <main>
            <h1>\(title)</h1>
            <p>
            """
        tail = """
            </p>
            <p>If anyone is in danger, call \(Self.link(emergency)). Not urgent: \(Self.link(notUrgent)).
            Confidential line: \(Self.link(hotline)).</p>
            <p><a href="/">Start page</a></p>
            </main>
            </body>
            </html>

            """
    }

    /// The document for a status code, and how many bytes of it the notice takes.
    func document(_ status: Int) -> (html: String, apart: Int) {
        let notice = notice().html
        return (head + notice + middle + Self.words(status) + tail, notice.utf8.count)
    }

    func html(_ status: Int) -> String { document(status).html }

    private static func link(_ number: String) -> String {
        let digits = number.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
        return "<a href=\"tel:\(digits)\">\(HTMLEscaping.escaped(number))</a>"
    }

    private static func words(_ status: Int) -> String {
        switch status {
        case 400: "Your browser sent something we could not read."
        case 408: "That took too long."
        case 413: "That was too big to read. Go back in your browser: your words should be there."
        case 414, 431: "Your browser sent an address or header that is too long."
        case 400..<500: "We could not do that."
        default:
            "Something went wrong on our side. If you were sending words, go back in your browser and send them again."
        }
    }
}
