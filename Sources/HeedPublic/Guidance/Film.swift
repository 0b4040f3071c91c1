import HeedWeb

/// The project's own film, with its captions and its words. Built by `make media`; the page is whole without it.
struct Film: Sendable {
    let webm: String
    let mp4: String
    let poster: String
    let captions: String
    let descriptions: String
    let transcript: Markup

    /// Nil unless every part of it is there: a film without captions is not shown.
    init?(in folder: String, _ assets: Assets) throws {
        guard let webm = assets.path("media/run-hide-tell.webm"), let mp4 = assets.path("media/run-hide-tell.mp4"),
            let poster = assets.path("media/poster.jpg"), let captions = assets.path("media/run-hide-tell.vtt"),
            let descriptions = assets.path("media/run-hide-tell-descriptions.vtt"),
            let transcript = try Markup(file: folder + "/media/run-hide-tell-transcript.html")
        else { return nil }
        self.webm = webm
        self.mp4 = mp4
        self.poster = poster
        self.captions = captions
        self.descriptions = descriptions
        self.transcript = transcript
    }
}
