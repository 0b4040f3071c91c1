import HeedContent

/// One part of the map of the site: made from the pages themselves, so that none is left out.
struct MapGroup: Sendable {
    let heading: String
    let links: [MapLink]

    static func all(_ publication: Publication, _ speech: Speech, _ booklets: [Booklet]) -> [MapGroup] {
        PageHead.Group.allCases.map { group in
            var links = publication.shelf.pages(in: speech.code)
                .filter { $0.head.group == group && publication.has($0.name, in: speech.code) }
                .map { MapLink(href: speech.base + "/" + $0.name, title: $0.head.title) }
            switch group {
            case .report:
                links =
                    [
                        MapLink(href: speech.live + Route.report.rawValue, title: speech.text("map.form")),
                        MapLink(href: speech.live + Route.material.rawValue, title: speech.text("map.material")),
                        MapLink(href: speech.live + Route.question.rawValue, title: speech.text("map.question")),
                        MapLink(href: speech.live + Route.mailbox.rawValue, title: speech.text("site.have-code")),
                    ] + links
            case .person:
                links += [
                    MapLink(href: speech.live + Route.concern.rawValue, title: speech.text("map.concern")),
                    MapLink(href: speech.live + Route.invite.rawValue, title: speech.text("map.invite")),
                ]
            case .venue:
                links.append(MapLink(href: speech.live + Route.advice.rawValue, title: speech.text("map.advice")))
            case .about:
                links.append(MapLink(href: speech.live + Route.feedback.rawValue, title: speech.text("feedback.link")))
            case .travel where speech.base.isEmpty:
                links += booklets.map { MapLink(href: "/" + $0.name, title: $0.title) }
            default: break
            }
            return MapGroup(heading: speech.text("map.\(group.rawValue)"), links: links)
        }.filter { !$0.links.isEmpty }
    }
}

/// A page in the map.
struct MapLink: Sendable {
    let href: String
    let title: String
}
