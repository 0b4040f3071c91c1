import HeedContent
import HeedCore
import HeedWeb

/// Makes an edition: the first page and every page of guidance, in every language, for a day.
struct Press: Sendable {
    let pages: Pages
    let shelf: PageShelf
    let answers: AnswerShelf
    let addresses: Addresses
    let parts: GuidanceParts
    let files: PlainFiles

    /// - Throws: `ContentFault` for a page that names what is not there.
    func edition(on day: CalendarDay) throws -> Edition {
        var kept = files.answers(on: day)
        var quick: [String: ReadyAnswers] = [:]
        // At least each month, for the dates in the files.
        var ends = [CalendarDay(day.start + 29 * 86_400)]
        for speech in pages.speeches {
            kept[speech.base + Route.home.rawValue] = try home(speech)
            let own = try ReadyAnswers(
                answers.book(in: speech.code, on: day), speech,
                writer(speech, part: { _ in nil }, isGood: { _ in false }))
            quick[speech.code] = own
            ends += own?.ends ?? []
            for page in shelf.pages(in: speech.code) where pages.publishes("/" + page.name, in: speech) {
                kept[speech.base + "/" + page.name] = try guidance(page, speech, day, own)
                ends += page.head.facts.values.map(\.until).filter { day <= $0 }
            }
        }
        for (index, booklet) in parts.booklets.enumerated() {
            kept["/" + booklet.name] = try page(of: booklet, number: index + 1, pages.speeches[0])
        }
        return Edition(answers: kept, quick: quick, end: ends.min().map { $0.start + 86_400 })
    }

    private func home(_ speech: Speech) throws -> KeptAnswer {
        var model = PageModel(
            title: speech.title("home.topic"), links: pages.links(to: Route.home.rawValue, speech))
        Door.fill(&model, pages, speech)
        return Self.kept(try pages.html("home", model, speech))
    }

    private func writer(
        _ speech: Speech, part: @escaping (String) throws -> Markup?, isGood: @escaping (String) -> Bool
    ) -> PageWriter {
        PageWriter(places: speech.places, link: { addresses.link($0, from: speech) }, part: part, isGood: isGood)
    }

    private func guidance(
        _ page: GuidancePage, _ speech: Speech, _ day: CalendarDay, _ quick: ReadyAnswers?
    ) throws -> KeptAnswer {
        let writer = writer(
            speech, part: { try parts.markup($0, speech, quick) }, isGood: { page.isGood($0, on: day) })
        var model = PageModel(
            title: speech.title(topic: page.head.topic), links: pages.links(to: "/" + page.name, speech))
        model["heading"] = page.head.title
        model["body"] = try writer.write(page)
        model["reviewed"] = speech.text("site.reviewed", ["date": speech.date(page.head.reviewed)])
        return Self.kept(try pages.html("guidance", model, speech))
    }

    /// Titles stand in histories: a booklet's is its number.
    private func page(of booklet: Booklet, number: Int, _ speech: Speech) throws -> KeptAnswer {
        let topic = speech.text("booklet.topic", ["number": String(number)])
        var model = PageModel(title: speech.title(topic: topic), links: [])
        model["hasLanguages"] = false
        model["body"] = booklet.body
        model["file"] = booklet.file
        model["size"] = BookletView(booklet, speech).size
        return Self.kept(try pages.html("parts/booklet", model, speech))
    }

    static func kept(_ html: String) -> KeptAnswer {
        KeptAnswer(Array(html.utf8), contentType: "text/html; charset=utf-8", keeping: .asking)
    }
}
